package studio.pingvas.generation.jobs.control;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.graph.OrderedStep;
import studio.pingvas.generation.jobs.graph.PictureSource;

/** How many pixels of a job a worker has in its memory at most. */
final class HeldPictures {
    /** 256 MiB: a worker has a heap of 512 MiB. Eight pictures of the largest size of a tier. */
    static final long MAX_PIXELS = 1L << 26;

    private HeldPictures() {}

    /**
     * @param count of the pictures that each step makes
     * @throws InvalidRequestException if it would be more than a worker can hold
     */
    static void requireFew(
            List<OrderedStep> steps,
            List<InputPictures> inputs,
            List<PlannedStage> stages,
            int count) {
        if (steps.size() == 1) {
            return;
        }
        long given = pixelsOf(inputs);
        int last = steps.size() - 1;
        for (int now = 0; now <= last; now++) {
            // Pictures that come out are stored one by one.
            long made = now == last ? 0 : pixelsOf(stages.get(now));
            if (given + count * (held(steps, stages, now) + made) > MAX_PIXELS) {
                throw new InvalidRequestException(
                        "/steps",
                        "Its pictures would have more than {0} million pixels at once; make them"
                                + " smaller, or fewer.",
                        MAX_PIXELS / 1_000_000);
            }
        }
    }

    private static long pixelsOf(List<InputPictures> inputs) {
        Set<InputPicture> pictures = new HashSet<>();
        inputs.forEach(
                input -> pictures.addAll(Stream.of(input).flatMap(HeldPictures::of).toList()));
        return pictures.stream().mapToLong(picture -> picture.extent().pixels()).sum();
    }

    private static Stream<InputPicture> of(InputPictures input) {
        return Stream.of(input.image(), input.mask()).filter(Objects::nonNull);
    }

    /** Of what is made before that step, and needed by it or later. */
    private static long held(List<OrderedStep> steps, List<PlannedStage> stages, int now) {
        return IntStream.range(0, now)
                .filter(made -> steps.stream().skip(now).anyMatch(step -> takes(step, made)))
                .mapToLong(made -> pixelsOf(stages.get(made)))
                .sum();
    }

    private static boolean takes(OrderedStep step, int made) {
        PictureSource source = new PictureSource.OfStep(made);
        return source.equals(step.image()) || source.equals(step.mask());
    }

    private static long pixelsOf(PlannedStage stage) {
        return (long) stage.stage().width() * stage.stage().height();
    }
}
