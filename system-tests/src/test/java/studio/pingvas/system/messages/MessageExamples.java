package studio.pingvas.system.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import studio.pingvas.contracts.gallery.message.StorageOverQuota;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.CancelGeneration;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.contracts.generation.message.JobEventsRecorded;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.payment.message.PaymentFailed;
import studio.pingvas.contracts.payment.message.SubscriptionChanged;
import studio.pingvas.contracts.user.message.AccountDeleted;

/** Every message once with all that it can say, and once with what it must. */
final class MessageExamples {
    private static final UUID JOB = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID USER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID IMAGE = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Attempt ATTEMPT = new Attempt(1, 2);
    private static final GeneratedImage GENERATED_IMAGE =
            new GeneratedImage(
                    IMAGE,
                    4_294_967_295L,
                    128,
                    128,
                    "users/u/images/i/1-2/original.png",
                    "users/u/images/i/1-2/thumbnail.webp",
                    "users/u/images/i/1-2/metadata.json",
                    3_000_000_000L,
                    2_048,
                    "0123456789abcdef".repeat(4),
                    "{\"seed\":7}");

    private static final LoraUse LORA = new LoraUse("watercolour", 0.8);
    private static final FollowingStep WHOLE_STEP =
            new FollowingStep(
                    GenerateImage.IMAGE_TO_IMAGE,
                    "tiny",
                    "a lighthouse at night",
                    "people",
                    128,
                    128,
                    20,
                    7.5,
                    "flow-match-euler",
                    0.5,
                    2,
                    List.of(LORA),
                    0,
                    "users/u/inputs/picture.png",
                    0,
                    "users/u/inputs/mask.png",
                    4_294_967_295L);
    private static final FollowingStep SMALL_STEP =
            new FollowingStep(
                    GenerateImage.UPSCALE, null, "", "", 256, 256, 0, 1, null, null, null, null);

    /**
     * @param full every component has a value
     * @param least components that may be null are null
     */
    record Example(Record full, Record least) {
        static Example of(Record both) {
            return new Example(both, both);
        }

        Class<? extends Record> type() {
            return full.getClass();
        }

        @Override
        public String toString() {
            return type().getSimpleName();
        }
    }

    private MessageExamples() {}

    static Stream<Example> all() {
        return Stream.concat(betweenModules(), ofGeneration());
    }

    private static Stream<Example> betweenModules() {
        return Stream.of(
                Example.of(new AccountDeleted(AccountDeleted.VERSION, USER, TIME)),
                Example.of(new PaymentFailed(PaymentFailed.VERSION, USER, TIME, TIME)),
                Example.of(
                        new StorageOverQuota(
                                StorageOverQuota.VERSION,
                                USER,
                                2_147_483_649L,
                                2_147_483_648L,
                                TIME)),
                new Example(subscriptionChanged(TIME), subscriptionChanged(null)));
    }

    private static SubscriptionChanged subscriptionChanged(Instant endsAt) {
        return new SubscriptionChanged(
                SubscriptionChanged.VERSION,
                USER,
                Tier.PRO,
                Tier.FREE,
                SubscriptionView.Status.CANCELLING,
                40_000,
                53_687_091_200L,
                endsAt,
                TIME);
    }

    private static Stream<Example> ofGeneration() {
        return Stream.of(
                Example.of(ATTEMPT),
                Example.of(GENERATED_IMAGE),
                Example.of(new CancelGeneration(CancelGeneration.VERSION, JOB)),
                new Example(wholeGenerateImage(), smallGenerateImage()),
                Example.of(LORA),
                new Example(WHOLE_STEP, SMALL_STEP),
                Example.of(
                        new GenerationFailed(
                                GenerationFailed.VERSION,
                                JOB,
                                ATTEMPT,
                                "worker-1",
                                "time-limit",
                                "It took too long.")),
                Example.of(
                        new GenerationFinished(
                                GenerationFinished.VERSION,
                                JOB,
                                ATTEMPT,
                                "worker-1",
                                "cpu",
                                1.5,
                                List.of(GENERATED_IMAGE))),
                Example.of(
                        new GenerationPostponed(
                                GenerationPostponed.VERSION,
                                JOB,
                                ATTEMPT,
                                "worker-1",
                                GenerationPostponed.STORE_DOWN)),
                new Example(progressed("/9j/4AAQ"), progressed(null)),
                Example.of(
                        new GenerationStarted(
                                GenerationStarted.VERSION, JOB, ATTEMPT, "worker-1", "cuda")),
                new Example(recorded("{\"seq\":3000000000}"), recorded(null)),
                Example.of(
                        new JobEventsRecorded(JobEventsRecorded.VERSION, List.of(recorded("{}")))),
                new Example(
                        new DrainWorker(DrainWorker.VERSION, "worker-1"),
                        new DrainWorker(DrainWorker.VERSION, null)),
                new Example(
                        new PauseWorker(PauseWorker.VERSION, "worker-1"),
                        new PauseWorker(PauseWorker.VERSION, null)),
                new Example(
                        new ResumeWorker(ResumeWorker.VERSION, "worker-1"),
                        new ResumeWorker(ResumeWorker.VERSION, null)),
                Example.of(new ReloadModels(ReloadModels.VERSION)),
                new Example(busyHeartbeat(), leastHeartbeat()));
    }

    private static WorkerHeartbeat busyHeartbeat() {
        return new WorkerHeartbeat(
                WorkerHeartbeat.VERSION,
                "worker-1",
                "cuda",
                JOB,
                "NVIDIA H200",
                "NVIDIA H200 with 143771 MiB",
                3_000_000_000L,
                150_754_820_096L,
                List.of("tiny"),
                3,
                20,
                false);
    }

    private static WorkerHeartbeat leastHeartbeat() {
        return new WorkerHeartbeat(
                WorkerHeartbeat.VERSION,
                "worker-1",
                "cpu",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static GenerateImage wholeGenerateImage() {
        return new GenerateImage(
                GenerateImage.VERSION,
                JOB,
                USER,
                1,
                GenerateImage.INPAINT,
                "tiny",
                "a lighthouse at sunset, watercolour",
                "",
                128,
                128,
                20,
                7.5,
                "flow-match-euler",
                4_294_967_295L,
                List.of(IMAGE),
                "trace-1",
                "users/u/inputs/picture.png",
                "users/u/inputs/mask.png",
                0.6,
                2,
                List.of(LORA),
                List.of(WHOLE_STEP));
    }

    private static GenerateImage smallGenerateImage() {
        return new GenerateImage(
                GenerateImage.VERSION,
                JOB,
                USER,
                1,
                GenerateImage.TEXT_TO_IMAGE,
                null,
                "a lighthouse at sunset, watercolour",
                "",
                128,
                128,
                20,
                7.5,
                null,
                4_294_967_295L,
                List.of(IMAGE),
                "trace-1",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RecordedEvent recorded(String frame) {
        return new RecordedEvent(USER, 3_000_000_000L, JOB, "completed", true, frame);
    }

    private static GenerationProgressed progressed(String preview) {
        return new GenerationProgressed(
                GenerationProgressed.VERSION, JOB, USER, ATTEMPT, 3, 20, 4.5, preview);
    }
}
