package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.ModelInvalidException;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.pipeline.TextToImageRequest;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.store.PictureStore;
import studio.pingvas.worker.tensor.NetworkException;

/** Does what a request asks for, from the model's files to stored pictures. */
public final class ImageJobs {
    private static final long SEEDS = 1L << 32;

    private final WarmModels models;
    private final TextToImagePipeline pipeline;
    private final RecipeWriter recipes;
    private final PictureStore store;
    private final JobSettings settings;
    private final Cancellations cancellations;

    public ImageJobs(
            WarmModels models,
            TextToImagePipeline pipeline,
            RecipeWriter recipes,
            PictureStore store,
            JobSettings settings,
            Cancellations cancellations) {
        this.models = models;
        this.pipeline = pipeline;
        this.recipes = recipes;
        this.store = store;
        this.settings = settings;
        this.cancellations = cancellations;
    }

    /**
     * @throws GenerationCancelledException if it was cancelled
     * @throws studio.pingvas.worker.fault.PermanentFaultException if another try would not help
     * @throws IOException if files or the store cannot be read or written just now
     */
    public CompletedJob run(GenerateImage request, Attempt attempt, Consumer<StepReport> reports)
            throws IOException {
        JobWatch watch =
                new JobWatch(request, attempt, settings, cancellations, reports, System::nanoTime);
        watch.check();
        RequestCheck.checkKind(request);
        DiffusionModel model = models.get(request.model());
        TextToImageRequest painting = RequestCheck.forModel(request, model.manifest());
        watch.paintingBegins();
        long start = System.nanoTime();
        List<GeneratedImage> images = paint(request, attempt, model, painting, watch);
        return new CompletedJob(images, (System.nanoTime() - start) / 1e9);
    }

    /** The job stops at its next step, or is not begun. For any thread. */
    public void cancel(UUID jobId) {
        cancellations.add(jobId);
    }

    /** The next job reads its model from the files again. For any thread. */
    public void reloadModels() {
        models.reload();
    }

    private List<GeneratedImage> paint(
            GenerateImage request,
            Attempt attempt,
            DiffusionModel model,
            TextToImageRequest painting,
            JobWatch watch)
            throws IOException {
        List<Long> seeds =
                LongStream.range(0, request.imageIds().size())
                        .map(picture -> (request.seed() + picture) % SEEDS)
                        .boxed()
                        .toList();
        List<GeneratedImage> images = new ArrayList<>();
        try {
            pipeline.run(
                    model,
                    painting,
                    seeds,
                    watch,
                    (picture, bitmap) -> {
                        Recipe recipe = recipes.write(model, painting, seeds.get(picture));
                        images.add(
                                store.put(
                                        request.userId(),
                                        request.imageIds().get(picture),
                                        attempt,
                                        bitmap,
                                        recipe,
                                        painting.scheduler().label()));
                    });
        } catch (NetworkException e) {
            throw new ModelInvalidException(
                    request.model(), "its networks do not fit its manifest; choose another.", e);
        }
        return images;
    }
}
