package studio.pingvas.worker.job;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;

/**
 * What a step takes.
 *
 * @param image null for text-to-image
 * @param mask null unless it is an inpaint
 * @param ownSeed of its first picture; null if it is that of the request
 */
record StepSources(PictureSource image, PictureSource mask, Long ownSeed) {
    private static final long MAX_SEED = 0xFFFF_FFFFL;

    /**
     * One for each step of the request.
     *
     * @throws RequestRefusedException if a step would take what is not there
     */
    static List<StepSources> of(GenerateImage request) {
        List<StepSources> sources = new ArrayList<>();
        sources.add(new StepSources(stored(request.imageKey()), stored(request.maskKey()), null));
        for (FollowingStep step : request.then()) {
            sources.add(of(step, sources.size()));
        }
        return List.copyOf(sources);
    }

    private static StepSources of(FollowingStep step, int place) {
        boolean fromNothing = GenerateImage.TEXT_TO_IMAGE.equals(step.kind());
        boolean inpaint = GenerateImage.INPAINT.equals(step.kind());
        PictureSource image = source(step.imageStep(), step.imageKey(), place);
        PictureSource mask = source(step.maskStep(), step.maskKey(), place);
        require(!fromNothing || image == null, place, "begins with nothing");
        require(inpaint == (mask != null), place, "has the wrong mask");
        Long seed = step.seed();
        require(seed == null || seed >= 0 && seed <= MAX_SEED, place, "has no such seed");
        PictureSource before = fromNothing ? null : new PictureSource.OfStep(place - 1);
        return new StepSources(image == null ? before : image, mask, seed);
    }

    private static PictureSource source(Integer step, String key, int place) {
        require(step == null || key == null, place, "takes two pictures for one");
        require(step == null || step >= 0 && step < place, place, "takes what comes later");
        return step == null ? stored(key) : new PictureSource.OfStep(step);
    }

    private static PictureSource stored(String key) {
        return key == null ? null : new PictureSource.Stored(key);
    }

    boolean takes(PictureSource source) {
        return source.equals(image) || source.equals(mask);
    }

    private static void require(boolean right, int place, String what) {
        if (!right) {
            throw new RequestRefusedException(
                    "request-invalid",
                    "The request is not right: step %d %s.".formatted(place + 1, what));
        }
    }
}
