package studio.pingvas.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.web.problem.ProblemCode;

class PageTextsTest {
    private static final Pattern REFERENCE = Pattern.compile("text\\['([^']+)'\\]");
    private static final String FAILURE = "failure.";

    private final Set<String> keys =
            ResourceBundle.getBundle("studio.pingvas.web.faces.messages", Locale.ROOT).keySet();

    @Test
    void everyTextThatAPageNamesIsInTheBundle() {
        assertThat(keys).containsAll(keysNamedByPages());
    }

    @Test
    void noTextOfThePagesIsLeftOver() {
        Set<String> named = keysNamedByPages();
        assertThat(keys)
                .filteredOn(key -> !key.startsWith(FAILURE) && !key.startsWith("jakarta.faces."))
                .isSubsetOf(named);
    }

    @Test
    void failureTextsBelongToCodesOfTheApi() {
        assertThat(keys)
                .filteredOn(key -> key.startsWith(FAILURE))
                .isNotEmpty()
                .allMatch(key -> ProblemCode.of(key.substring(FAILURE.length())).isPresent());
    }

    private static Set<String> keysNamedByPages() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            Set<String> named =
                    files.filter(file -> file.toString().endsWith(".xhtml"))
                            .flatMap(PageTextsTest::keysNamedBy)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).contains("product.name", "generate.submit");
            return named;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keysNamedBy(Path page) {
        try {
            return REFERENCE
                    .matcher(Files.readString(page))
                    .results()
                    .map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
