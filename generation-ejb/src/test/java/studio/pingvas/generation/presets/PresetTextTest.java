package studio.pingvas.generation.presets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "oil painting of {prompt}, rich colors | a house | oil painting of a house, rich"
                        + " colors",
                "{prompt}, pixel art | null | pixel art",
                "photo, {prompt}, sharp | ' ' | photo, sharp",
                "pixel art | a house | a house, pixel art",
                "pixel art | null | pixel art",
                "'' | ' a house ' | a house",
                "'' | null | ''",
                "a {prompt} | $1 {prompt} \\ | a $1 {prompt} \\"
            })
    void wordsGoWhereThePresetWantsThem(String preset, String words, String whole) {
        assertThat(new PresetText(preset).around(words)).isEqualTo(whole);
    }
}
