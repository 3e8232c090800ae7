package studio.pingvas.generation.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.generation.library.PresetContent;
import studio.pingvas.generation.library.Shipped;

class ShippedPresetsTest {
    private static List<PresetContent> of(String language) {
        return ShippedPreset.ALL.in(language).stream()
                .map(Shipped::view)
                .map(view -> view.content())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void tenAreShippedInEachLanguageAndEachIsInOrder(String language) {
        assertThat(of(language))
                .hasSize(10)
                .allSatisfy(
                        preset -> {
                            assertThatCode(() -> PresetRules.check(preset))
                                    .doesNotThrowAnyException();
                            assertThat(preset.prompt()).contains(PresetText.PLACE);
                        })
                .extracting(PresetContent::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAreInTheirLanguageAndWordsAreEnglish() {
        assertThat(of("ko")).allMatch(preset -> preset.name().matches(".*[가-힣].*"));
        assertThat(of("en")).allMatch(preset -> preset.name().matches("\\p{ASCII}+"));
        assertThat(of("ko")).allMatch(preset -> preset.prompt().matches("\\p{ASCII}+"));
    }
}
