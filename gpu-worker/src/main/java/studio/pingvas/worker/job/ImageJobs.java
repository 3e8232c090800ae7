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
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.metrics.Phase;
import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.recipe.Recipe;
import studio.pingvas.worker.recipe.RecipeStep;
import studio.pingvas.worker.store.PictureStore;

/** Does what a request asks for, from the model's files to stored pictures. For one thread. */
public final class ImageJobs {
    private static final long SEEDS = 1L << 32;

    private final StepEngine engine;
    private final PictureStore store;
    private final RecipeWriter recipes;
    private final JobSettings settings;
    private final Cancellations cancellations;
    private final PhaseTimer timer;

    public ImageJobs(
            StepEngine engine,
            PictureStore store,
            RecipeWriter recipes,
            JobSettings settings,
            Cancellations cancellations,
            PhaseTimer timer) {
        this.engine = engine;
        this.store = store;
        this.recipes = recipes;
        this.settings = settings;
        this.cancellations = cancellations;
        this.timer = timer;
    }

    /**
     * @throws GenerationCancelledException if it was cancelled
     * @throws studio.pingvas.worker.fault.PermanentFaultException if another try would not help
     * @throws IOException if files or the store cannot be read or written just now
     */
    public CompletedJob run(GenerateImage request, Attempt attempt, Consumer<StepReport> reports)
            throws IOException {
        JobWatch watch =
                new JobWatch(
                        request, attempt, settings, cancellations, reports, store::workingNanos);
        watch.check();
        List<PictureStep> steps = engine.read(request);
        InputPictures inputs = InputPictures.read(request, store);
        int pictures = request.imageIds().size();
        watch.workBegins(JobSize.of(steps, inputs.picture(), pictures));
        long start = store.workingNanos();
        List<GeneratedImage> images = work(request, attempt, steps, inputs, watch);
        return new CompletedJob(images, (store.workingNanos() - start) / 1e9);
    }

    /** The job stops at its next step, or is not begun. For any thread. */
    public void cancel(UUID jobId) {
        cancellations.add(jobId);
    }

    /** The next job reads its model from the files again. For any thread. */
    public void reloadModels() {
        engine.reloadModels();
    }

    /** Each step is done for all pictures before the next, so that a model is loaded once. */
    private List<GeneratedImage> work(
            GenerateImage request,
            Attempt attempt,
            List<PictureStep> steps,
            InputPictures inputs,
            JobWatch watch)
            throws IOException {
        int last = steps.size() - 1;
        List<RecipeStep> done = new ArrayList<>();
        StepInput input = inputs.forPictures(seedsOf(request));
        for (PictureStep step : steps.subList(0, last)) {
            List<Bitmap> made = new ArrayList<>();
            List<RecipeStep> how = new ArrayList<>();
            engine.run(
                    step,
                    input,
                    watch,
                    picture -> {
                        made.add(picture.bitmap());
                        how.add(picture.how());
                    });
            done.add(how.get(0));
            input = input.withOriginals(made);
        }
        List<GeneratedImage> images = new ArrayList<>();
        List<Long> seeds = input.seeds();
        engine.run(
                steps.get(last),
                input,
                watch,
                made -> {
                    Recipe recipe = recipes.write(made, seeds.get(made.picture()), inputs, done);
                    images.add(timer.time(Phase.STORE, () -> put(request, attempt, made, recipe)));
                });
        return images;
    }

    private GeneratedImage put(
            GenerateImage request, Attempt attempt, MadePicture made, Recipe recipe)
            throws IOException {
        UUID imageId = request.imageIds().get(made.picture());
        return store.put(request.userId(), imageId, attempt, made.bitmap(), recipe);
    }

    private static List<Long> seedsOf(GenerateImage request) {
        return LongStream.range(0, request.imageIds().size())
                .map(picture -> (request.seed() + picture) % SEEDS)
                .boxed()
                .toList();
    }
}
