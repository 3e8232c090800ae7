package studio.pingvas.worker.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.json.Json;

class RecipeTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void parametersAreWrittenAsOtherToolsReadThem() {
        assertThat(aRecipe("blurry", 3.0, 7).toPngTexts())
                .containsEntry(
                        "parameters",
                        "a red house\n"
                                + "Negative prompt: blurry\n"
                                + "Steps: 16, Sampler: Flow Match Euler, CFG scale: 3, Seed: 7,"
                                + " Size: 512x512, Model hash: 0123456789, Model: tiny,"
                                + " Version: Pingvas Studio 0.1.0");
    }

    @Test
    void emptyNegativePromptHasNoLine() {
        assertThat(aRecipe("", 7.5, 4_294_967_295L).toPngTexts().get("parameters"))
                .startsWith("a red house\nSteps: 16, ")
                .contains("CFG scale: 7.5, Seed: 4294967295, ");
    }

    @Test
    void completeRecipeIsReadBackFromThePicture() {
        Recipe recipe = aRecipe("blurry", 7.1, 7);

        Recipe read = Json.read(recipe.toPngTexts().get("pingvas"), Recipe.class);

        assertThat(read).isEqualTo(recipe);
        assertThat(read.model().files()).containsKey("denoiser.pt");
        assertThat(read.upscale()).isEqualTo("lanczos x4");
    }

    @Test
    void sameRecipeIsTheSameTextWhateverTheOrderOfItsFiles() {
        assertThat(aRecipe("", 3, 7).toJson())
                .isEqualTo(aRecipe("", 3, 7).toJson())
                .contains("\"files\":{\"a.pt\":\"00\",\"denoiser.pt\":\"ff\"}");
    }

    private static Recipe aRecipe(String negativePrompt, double cfgScale, long seed) {
        return new Recipe(
                Recipe.VERSION,
                "Pingvas Studio 0.1.0",
                "text-to-image",
                "a red house",
                negativePrompt,
                new RecipeStep.Model(
                        "tiny", DIGEST, new TreeMap<>(Map.of("denoiser.pt", "ff", "a.pt", "00"))),
                seed,
                16,
                cfgScale,
                "flow-match-euler",
                512,
                512,
                128,
                128,
                "lanczos x4",
                "reference",
                "cpu",
                1,
                null,
                List.of(),
                null,
                null,
                List.of());
    }
}
