package studio.pingvas.worker.job;

import java.util.UUID;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.message.GenerateImage;

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

        public GenerateImage build() {
            return new GenerateImage(
                    GenerateImage.VERSION,
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
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
