package studio.pingvas.generation.jobs;

import java.util.UUID;
import studio.pingvas.contracts.generation.WorkflowStep;

/** Steps of workflows for tests; each says only what matters. */
public final class Steps {
    private Steps() {}

    public static Builder aStep(String kind) {
        return new Builder(kind);
    }

    /** Something that every painting needs is there. */
    public static Builder words(String prompt) {
        return aStep("text-to-image").saying(prompt);
    }

    /** Builds a step by naming what differs. */
    public static final class Builder {
        private final String kind;
        private String name;
        private String image;
        private String mask;
        private UUID imageId;
        private UUID maskId;
        private String prompt;
        private String negativePrompt;
        private String model;
        private Integer width;
        private Integer steps;
        private String scheduler;
        private Long seed;
        private Integer count;
        private Double strength;
        private Integer scale;

        private Builder(String kind) {
            this.kind = kind;
        }

        public Builder called(String value) {
            name = value;
            return this;
        }

        public Builder from(String value) {
            image = value;
            return this;
        }

        public Builder masked(String value) {
            mask = value;
            return this;
        }

        public Builder of(UUID value) {
            imageId = value;
            return this;
        }

        public Builder maskedBy(UUID value) {
            maskId = value;
            return this;
        }

        public Builder saying(String value) {
            prompt = value;
            return this;
        }

        public Builder without(String value) {
            negativePrompt = value;
            return this;
        }

        public Builder by(String value) {
            model = value;
            return this;
        }

        public Builder sized(int value) {
            width = value;
            return this;
        }

        public Builder inSteps(int value) {
            steps = value;
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

        public Builder times(int value) {
            count = value;
            return this;
        }

        public Builder givingUp(double value) {
            strength = value;
            return this;
        }

        public Builder scaled(int value) {
            scale = value;
            return this;
        }

        public WorkflowStep build() {
            return new WorkflowStep(
                    name,
                    kind,
                    image,
                    mask,
                    imageId,
                    maskId,
                    prompt,
                    negativePrompt,
                    model,
                    width,
                    width,
                    steps,
                    null,
                    scheduler,
                    seed,
                    count,
                    null,
                    strength,
                    scale);
        }
    }
}
