package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
        List<StepSources> sources = StepSources.of(request);
        InputPictures inputs = InputPictures.read(sources, store);
        int pictures = request.imageIds().size();
        watch.workBegins(JobSize.of(steps, sources, inputs, pictures));
        long start = store.workingNanos();
        Worktable table = new Worktable(request, sources, inputs);
        RecipeLinks links = new RecipeLinks(sources, inputs.digests(), table);
        List<GeneratedImage> images =
                work(
                        steps,
                        table,
                        watch,
                        (made, before) ->
                                put(request, attempt, made, recipes.write(made, before, links)));
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
            List<PictureStep> steps, Worktable table, JobWatch watch, Keeping keeping)
            throws IOException {
        int last = steps.size() - 1;
        List<RecipeStep> done = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            List<Bitmap> made = new ArrayList<>();
            List<RecipeStep> how = new ArrayList<>();
            engine.run(
                    steps.get(i),
                    table.take(i),
                    watch,
                    picture -> {
                        made.add(picture.bitmap());
                        how.add(picture.how());
                    });
            done.add(how.get(0));
            table.put(i, made);
        }
        List<GeneratedImage> images = new ArrayList<>();
        engine.run(
                steps.get(last),
                table.take(last),
                watch,
                made -> images.add(timer.time(Phase.STORE, () -> keeping.keep(made, done))));
        return images;
    }

    /** Keeps a picture that comes out. */
    @FunctionalInterface
    private interface Keeping {
        /**
         * @param before what was done before the last step
         */
        GeneratedImage keep(MadePicture made, List<RecipeStep> before) throws IOException;
    }

    private GeneratedImage put(
            GenerateImage request, Attempt attempt, MadePicture made, Recipe recipe)
            throws IOException {
        UUID imageId = request.imageIds().get(made.picture());
        return store.put(request.userId(), imageId, attempt, made.bitmap(), recipe);
    }
}
