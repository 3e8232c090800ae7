package studio.pingvas.worker.job;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.model.ModelManifest.ModelFile;
import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.model.ModelFolder;
import studio.pingvas.worker.model.Upscaler;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.recipe.RecipeStep;

/** Writes down what was done, with the digests of the models that did it. */
final class RecipeSteps {
    private RecipeSteps() {}

    static RecipeStep of(PictureStep.Paint step, ModelFolder model) {
        return painted(
                step, modelOf(model.manifest().id(), model.digest(), model.manifest().files()));
    }

    /** Of a picture that no model has made. */
    static RecipeStep withoutModel(PictureStep.Paint step) {
        return painted(step, null);
    }

    private static RecipeStep painted(PictureStep.Paint step, RecipeStep.Model model) {
        Painting painting = step.painting();
        int enlarged = painting.size().upscale();
        boolean fromNothing = GenerateImage.TEXT_TO_IMAGE.equals(step.kind());
        return new RecipeStep(
                step.kind(),
                painting.prompt(),
                painting.negativePrompt(),
                model,
                painting.steps(),
                painting.guidance(),
                painting.scheduler().id(),
                fromNothing ? null : painting.strength(),
                step.loras().stream()
                        .map(lora -> new RecipeStep.Lora(lora.id(), lora.weight()))
                        .toList(),
                painting.size().width(),
                painting.size().height(),
                painting.denoisedWidth(),
                painting.denoisedHeight(),
                enlarged == 1 ? null : lanczos(enlarged));
    }

    /**
     * @param original one of the pictures; all are of one size
     */
    static RecipeStep of(PictureStep.Upscale step, Bitmap original) {
        return enlarged(step, original, null, lanczos(step.factor()));
    }

    /**
     * @param original one of the pictures; all are of one size
     */
    static RecipeStep of(PictureStep.Upscale step, Bitmap original, Upscaler upscaler) {
        UpscalerManifest manifest = upscaler.manifest();
        RecipeStep.Model model = modelOf(manifest.id(), upscaler.digest(), manifest.files());
        return enlarged(step, original, model, manifest.id() + " x" + manifest.scale());
    }

    private static RecipeStep enlarged(
            PictureStep.Upscale step, Bitmap original, RecipeStep.Model model, String how) {
        return new RecipeStep(
                step.kind(),
                "",
                "",
                model,
                0,
                1,
                null,
                null,
                List.of(),
                original.width() * step.factor(),
                original.height() * step.factor(),
                original.width(),
                original.height(),
                how);
    }

    private static String lanczos(int factor) {
        return "lanczos x" + factor;
    }

    private static RecipeStep.Model modelOf(
            String id, String digest, Map<String, ModelFile> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        files.forEach((name, file) -> digests.put(name, file.sha256()));
        return new RecipeStep.Model(id, digest, digests);
    }
}
