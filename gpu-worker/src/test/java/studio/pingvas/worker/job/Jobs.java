package studio.pingvas.worker.job;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;

/** Requests for tests; each starts from one that is right. */
public final class Jobs {
    private Jobs() {}

    public static Builder aJob() {
        return new Builder();
    }

    /** Builds a request by naming what differs. */
    public static final class Builder {
        private String kind = GenerateImage.TEXT_TO_IMAGE;
        private String model = "tiny";
        private String prompt = "a lighthouse at sunset";
        private int side = 128;
        private int steps = 4;
        private double cfgScale = 3;
        private String scheduler = "flow-match-euler";
        private long seed = 7;
        private int pictures = 1;
        private int dispatch = 1;
        private String imageKey;
        private String maskKey;
        private Double strength;
        private Integer scale;
        private List<LoraUse> loras = List.of();
        private final List<FollowingStep> then = new ArrayList<>();

        public Builder ofKind(String value) {
            kind = value;
            return this;
        }

        public Builder byModel(String value) {
            model = value;
            return this;
        }

        public Builder showing(String value) {
            prompt = value;
            return this;
        }

        public Builder sized(int value) {
            side = value;
            return this;
        }

        public Builder inSteps(int value) {
            steps = value;
            return this;
        }

        public Builder guidedBy(double value) {
            cfgScale = value;
            return this;
        }

        public Builder scheduledBy(String value) {
            scheduler = value;
            return this;
        }

        public Builder seeded(long value) {
            seed = value;
            return this;
        }

        public Builder ofPictures(int value) {
            pictures = value;
            return this;
        }

        public Builder dispatched(int value) {
            dispatch = value;
            return this;
        }

        /** What it begins with lies in the store under this key. */
        public Builder over(String key, double value) {
            kind = GenerateImage.IMAGE_TO_IMAGE;
            imageKey = key;
            strength = value;
            return this;
        }

        public Builder into(String key, String mask) {
            return into(key, mask, 1);
        }

        public Builder into(String key, String mask, double value) {
            over(key, value);
            kind = GenerateImage.INPAINT;
            maskKey = mask;
            return this;
        }

        public Builder enlarging(String key, int factor) {
            kind = GenerateImage.UPSCALE;
            imageKey = key;
            scale = factor;
            model = null;
            prompt = "";
            scheduler = null;
            steps = 0;
            return this;
        }

        /** As {@link #enlarging}, by an upscaler. */
        public Builder enlarging(String key, int factor, String upscaler) {
            enlarging(key, factor);
            model = upscaler;
            return this;
        }

        public Builder with(LoraUse... uses) {
            loras = List.of(uses);
            return this;
        }

        /**
         * Any step behind those there are so far, with the settings of the first where it paints.
         */
        public Builder then(FollowingStep step) {
            then.add(step);
            return this;
        }

        /**
         * A painting with the settings so far.
         *
         * @param image number of the step it takes, or null
         * @param value its strength, or null
         */
        public FollowingStep painting(
                String what, String words, Integer image, Double value, Integer mask, Long own) {
            return new FollowingStep(
                    what, model, words, "", side, side, steps, cfgScale, scheduler, value, null,
                    List.of(), image, null, mask, null, own);
        }

        /** Paints over what came before, with the settings so far. */
        public Builder thenOver(String words, double value) {
            then.add(following(GenerateImage.IMAGE_TO_IMAGE, words, steps, scheduler, value, null));
            return this;
        }

        public Builder thenEnlarged(int factor) {
            then.add(following(GenerateImage.UPSCALE, "", 0, null, null, factor));
            return this;
        }

        private FollowingStep following(
                String following,
                String words,
                int count,
                String how,
                Double value,
                Integer factor) {
            return new FollowingStep(
                    following,
                    factor == null ? model : null,
                    words,
                    "",
                    side,
                    side,
                    count,
                    cfgScale,
                    how,
                    value,
                    factor,
                    List.of());
        }

        public GenerateImage build() {
            return new GenerateImage(
                    then.isEmpty() ? GenerateImage.CHAIN_VERSION : GenerateImage.VERSION,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    dispatch,
                    kind,
                    model,
                    prompt,
                    "",
                    side,
                    side,
                    steps,
                    cfgScale,
                    scheduler,
                    seed,
                    IntStream.range(0, pictures).mapToObj(i -> UUID.randomUUID()).toList(),
                    "trace-1",
                    imageKey,
                    maskKey,
                    strength,
                    scale,
                    loras,
                    then);
        }
    }
}
