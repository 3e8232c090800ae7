package studio.pingvas.worker.job;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;

/** The pictures of a job between its steps: each lies there as long as a step will take it. */
final class Worktable {
    private static final long SEEDS = 1L << 32;

    private final List<StepSources> steps;
    private final Map<PictureSource, List<Bitmap>> pictures = new HashMap<>();
    private final Map<PictureSource, Mask> masks = new HashMap<>();
    private final long seed;
    private final int count;

    Worktable(GenerateImage request, List<StepSources> steps, InputPictures inputs) {
        this.steps = steps;
        this.seed = request.seed();
        this.count = request.imageIds().size();
        inputs.pictures()
                .forEach(
                        (key, picture) ->
                                pictures.put(
                                        new PictureSource.Stored(key),
                                        Collections.nCopies(count, picture)));
        inputs.masks().forEach((key, mask) -> masks.put(new PictureSource.Stored(key), mask));
    }

    /** What a step works from; what no later one takes is put away. */
    StepInput take(int step) {
        StepSources sources = steps.get(step);
        StepInput input =
                new StepInput(
                        sources.image() == null ? List.of() : pictures.get(sources.image()),
                        sources.mask() == null ? List.of() : masksOf(sources.mask()),
                        seedsOf(step));
        pictures.keySet().removeIf(source -> !isTakenAfter(step, source));
        masks.keySet().removeIf(source -> !isTakenAfter(step, source));
        return input;
    }

    void put(int step, List<Bitmap> made) {
        pictures.put(new PictureSource.OfStep(step), made);
    }

    /** One for each picture. */
    List<Long> seedsOf(int step) {
        Long own = steps.get(step).ownSeed();
        long first = own == null ? seed : own;
        return LongStream.range(0, count)
                .map(picture -> (first + picture) % SEEDS)
                .boxed()
                .toList();
    }

    /** How many sources lie there. */
    int size() {
        return pictures.size() + masks.size();
    }

    private List<Mask> masksOf(PictureSource source) {
        Mask stored = masks.get(source);
        return stored == null
                ? pictures.get(source).stream().map(Mask::of).toList()
                : Collections.nCopies(count, stored);
    }

    private boolean isTakenAfter(int step, PictureSource source) {
        return steps.stream().skip(step + 1L).anyMatch(later -> later.takes(source));
    }
}
