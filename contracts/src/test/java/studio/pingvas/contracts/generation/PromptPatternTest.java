package studio.pingvas.contracts.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptPatternTest {
    private final PromptPattern pattern = new PromptPattern("{animal} and {hat_2}, a {animal}");

    @Test
    void namesComeInTheOrderOfTheirFirstUse() {
        assertThat(pattern.names()).containsExactly("animal", "hat_2");
    }

    @Test
    void partsAreThePromptInPieces() {
        assertThat(pattern.parts())
                .containsExactly(
                        new PromptPattern.Part("animal", true),
                        new PromptPattern.Part(" and ", false),
                        new PromptPattern.Part("hat_2", true),
                        new PromptPattern.Part(", a ", false),
                        new PromptPattern.Part("animal", true));
    }

    @Test
    void valuesAreNeverLookedAtAgain() {
        Map<String, String> values = Map.of("animal", "{hat_2} $1\\", "hat_2", "hat");

        assertThat(pattern.filledWith(values::get))
                .isEqualTo("{hat_2} $1\\ and hat, a {hat_2} $1\\");
    }

    @Test
    void bracesThatBelongToNoNameAreFound() {
        assertThat(pattern.hasStrayBrace()).isFalse();
        assertThat(new PromptPattern("a {Cat}").hasStrayBrace()).isTrue();
        assertThat(new PromptPattern("{{animal}").hasStrayBrace()).isTrue();
        assertThat(new PromptPattern("{animal}}").hasStrayBrace()).isTrue();
    }

    @Test
    void namesAreShortAndPlain() {
        assertThat(PromptPattern.isName("a" + "_".repeat(31))).isTrue();
        assertThat(PromptPattern.isName("a" + "_".repeat(32))).isFalse();
        assertThat(PromptPattern.isName("2a")).isFalse();
        assertThat(PromptPattern.isName("")).isFalse();
        assertThat(PromptPattern.isName(null)).isFalse();
    }
}
