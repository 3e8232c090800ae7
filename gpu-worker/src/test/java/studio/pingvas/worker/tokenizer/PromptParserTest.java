package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain words, commas|plain words, commas",
                "a (red) house|a ;red*1.100; house",
                "a ((red)) house|a ;red*1.210; house",
                "a [red] house|a ;red*0.909; house",
                "a (red:1.3) house|a ;red*1.300; house",
                "(red: .5 )|red*0.500",
                "(red:-1)|red*-1.000",
                "(a (b:2) c:3)|a *3.000;b*6.000; c*3.000",
                "([a] b)|a; b*1.100",
                "(a)(b)|ab*1.100",
                "(a [b) c]|a *1.100;b; c*0.909",
                "(red:1.3|red:1.3*1.100",
                "((red)|red*1.210",
                "red)|red)",
                "red]:1.3)|red]:1.3)",
                "\\(red\\)|(red)",
                "(\\(red\\):2)|(red)*2.000",
                "a \\\\ b|a \\ b",
                "a \\n b|a n b",
                "ends with \\|ends with ",
                "time 12:30 (at:noon)|time 12:30 ;at:noon*1.100",
                "(a:1.2.3)|a:1.2.3*1.100",
                "(a:.)|a:.*1.100",
                "()()|",
            })
    void weightsAreReadAsTheyAreMeant(String prompt, String expected) {
        assertThat(shown(prompt)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a BREAK b|a/b",
                "a  BREAK,b|a/,b",
                "(a BREAK b:2)|a*2.000/b*2.000",
                "BREAK a|/a",
                "a BREAK BREAK b|a//b",
                "a BREAK|a/",
                "BREAKFAST and break|BREAKFAST and break",
            })
    void breakEndsASection(String prompt, String expected) {
        assertThat(shown(prompt)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", ")", "]", "(a", "[a:", "()", "(:1.1)", "\\(", ": ", "BREAK "})
    void tenThousandOfAnythingTakeNoTimeAndLeaveNumbers(String what) {
        String prompt = what.repeat(10_000);

        List<List<WeightedText>> sections =
                Assertions.assertTimeout(Duration.ofSeconds(1), () -> PromptParser.parse(prompt));

        assertThat(sections)
                .allSatisfy(
                        section ->
                                assertThat(section)
                                        .allSatisfy(
                                                piece ->
                                                        assertThat(Math.abs(piece.weight()))
                                                                .isLessThanOrEqualTo(10_000)));
    }

    @Test
    void hugeWeightsAreLimited() {
        assertThat(shown("(a:99999999999999999999)")).isEqualTo("a*100.000");
        assertThat(shown("(".repeat(10_000) + "a")).isEqualTo("a*100.000");
        assertThat(shown("[".repeat(10_000) + "a")).isEqualTo("a*0.000");
    }

    private static String shown(String prompt) {
        return PromptParser.parse(prompt).stream()
                .map(PromptParserTest::shown)
                .collect(Collectors.joining("/"));
    }

    private static String shown(List<WeightedText> section) {
        return section.stream().map(PromptParserTest::shown).collect(Collectors.joining(";"));
    }

    private static String shown(WeightedText piece) {
        return piece.weight() == 1
                ? piece.text()
                : String.format(Locale.ROOT, "%s*%.3f", piece.text(), piece.weight());
    }
}
