package studio.pingvas.worker.job;

import java.util.SortedMap;
import java.util.TreeMap;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.pipeline.TextToImageRequest;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.tensor.Device;

/** Writes down how this worker makes a picture. */
public final class RecipeWriter {
    private final String generator;
    private final Device device;
    private final int threads;

    /**
     * @param generator product and version
     */
    public RecipeWriter(String generator, Device device, int threads) {
        this.generator = generator;
        this.device = device;
        this.threads = threads;
    }

    Recipe write(DiffusionModel model, TextToImageRequest request, long seed) {
        int upscale = request.size().upscale();
        return new Recipe(
                Recipe.VERSION,
                generator,
                GenerateImage.TEXT_TO_IMAGE,
                request.prompt(),
                request.negativePrompt(),
                modelOf(model),
                seed,
                request.steps(),
                request.guidance(),
                request.scheduler().id(),
                request.size().width(),
                request.size().height(),
                request.denoisedWidth(),
                request.denoisedHeight(),
                upscale == 1 ? null : "lanczos x" + upscale,
                device.ops().name(),
                device.name(),
                threads);
    }

    private static Recipe.Model modelOf(DiffusionModel model) {
        SortedMap<String, String> files = new TreeMap<>();
        model.manifest().files().forEach((name, file) -> files.put(name, file.sha256()));
        return new Recipe.Model(model.manifest().id(), model.folder().digest(), files);
    }
}
