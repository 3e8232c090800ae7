package studio.pingvas.generation.batches.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aPlan;
import static studio.pingvas.generation.jobs.Samples.aRequest;
import static studio.pingvas.generation.jobs.Samples.anImageToImage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.inputs.FileInMemory;
import studio.pingvas.generation.inputs.Png;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class BatchSubmissionsTest {
    private static final UUID ANN = UUID.randomUUID();

    @TempDir private Path folder;
    private final GenerationDatabase database = GenerationDatabase.empty();
    private final BatchLedger ledger = new BatchLedger(1_000);
    private BatchSubmissions submissions;
    private BatchStore store;

    @BeforeEach
    void wire() {
        submissions =
                BatchesForTests.submissions(
                        database, ledger.asLedger(), aPlan(Tier.FREE, 1, 10), folder);
        store = submissions.batches;
    }

    @Test
    void everyJobHasItsHold() {
        JobBatch batch = submit(prompts("a fox", "an owl", "a fox"), null);

        List<GenerationJob> jobs = store.jobs(batch.id(), 0, 10);
        assertThat(jobs).hasSize(3);
        assertThat(ledger.held().keySet()).containsExactlyElementsOf(ids(jobs));
        assertThat(ledger.held().values())
                .containsExactlyElementsOf(
                        jobs.stream().map(job -> job.terms().quote().credits()).toList());
        assertThat(batch.estimatedCredits())
                .isEqualTo(ledger.held().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void repeatedWithItsKeyItIsFound() {
        JobBatch batch = submit(prompts("a fox", "an owl"), "key");

        assertThat(submit(prompts("a fox", "an owl"), "key").id()).isEqualTo(batch.id());
        assertThat(ledger.held()).hasSize(2);
        assertThat(waiting()).isEqualTo(2);
        assertThat(submit(prompts("a fox", "an owl"), "other").id()).isNotEqualTo(batch.id());
    }

    @Test
    void aKeyIsGoodForOneRequest() {
        submit(prompts("a fox", "an owl"), "key");
        assertThatThrownBy(() -> submit(prompts("a fox"), "key"))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThat(ledger.held()).hasSize(2);
    }

    @Test
    void afterACrashBetweenHoldAndJobsARepetitionFindsTheHolds() {
        crashAfterReserving();
        assertThatThrownBy(() -> submit(prompts("a fox", "an owl"), "key"))
                .isInstanceOf(Crash.class);
        assertThat(ledger.held()).hasSize(2);
        assertThat(waiting()).isZero();

        JobBatch batch = submit(prompts("a fox", "an owl"), "key");

        assertThat(ledger.held().keySet())
                .containsExactlyElementsOf(ids(store.jobs(batch.id(), 0, 10)));
    }

    @Test
    void afterACrashAnotherRequestWithTheKeyHasHoldsOfItsOwn() {
        crashAfterReserving();
        assertThatThrownBy(() -> submit(prompts("a fox", "an owl"), "key"))
                .isInstanceOf(Crash.class);
        Set<UUID> stray = new HashSet<>(ledger.held().keySet());

        JobBatch batch = submit(prompts("a bear"), "key");

        assertThat(ids(store.jobs(batch.id(), 0, 10))).doesNotContainAnyElementsOf(stray);
        assertThat(ledger.held()).hasSize(3);
    }

    @Test
    void holdsThatWereGivenBackAreNotUsedAgain() {
        crashAfterReserving();
        assertThatThrownBy(() -> submit(prompts("a fox", "an owl"), "key"))
                .isInstanceOf(Crash.class);
        ledger.releaseAll(List.of(ledger.held().keySet().iterator().next()));

        assertThatThrownBy(() -> submit(prompts("a fox", "an owl"), "key"))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThat(waiting()).isZero();
    }

    @Test
    void whereThereIsNoRoomNothingIsKept() {
        submit(prompts("1", "2", "3", "4"), null);
        submit(prompts("1", "2", "3", "4"), null);

        assertThatThrownBy(() -> submit(prompts("1", "2", "3"), null))
                .isInstanceOf(QueueFullException.class);
        assertThat(ledger.held()).hasSize(8);
    }

    @Test
    void whereTheRoomIsTakenMeanwhileTheHoldsGoBack() {
        submit(prompts("1", "2", "3", "4"), null);
        ledger.afterReserving(() -> submit(prompts("5", "6", "7", "8"), null));

        assertThatThrownBy(() -> submit(prompts("1", "2", "3"), null))
                .isInstanceOf(QueueFullException.class);
        assertThat(ledger.held()).hasSize(8);
        assertThat(waiting()).isEqualTo(8);
    }

    @Test
    void whoseKeyIsUsedByAnotherRequestMeanwhileGetsItsHoldsBackAndNoOthers() {
        ledger.afterReserving(() -> submit(prompts("a bear"), "key"));

        assertThatThrownBy(() -> submit(prompts("a fox", "an owl"), "key"))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThat(ledger.held()).hasSize(1);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whoCannotPayForAllGetsNone() {
        // Two credits for each job.
        BatchLedger poor = new BatchLedger(5);
        submissions.ledger = poor.asLedger();
        assertThatThrownBy(() -> submit(prompts("1", "2", "3"), null))
                .isInstanceOf(InsufficientCreditsException.class);
        assertThat(poor.held()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void whoHasLessThanAnybodyMustHaveGetsNone() {
        submissions =
                BatchesForTests.submissions(
                        database, new BatchLedger(99).asLedger(), aPlan(Tier.FREE, 1, 10), folder);
        assertThatThrownBy(() -> submit(prompts("1"), null))
                .isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void ofManyAtOnceOnlyThoseAreAcceptedForWhichThereIsRoom() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            IntStream.range(0, 50).forEach(i -> calls.add(this::isAccepted));
            int accepted = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                accepted += call.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(waiting()).isEqualTo(9);
        assertThat(ledger.held()).hasSize(9);
    }

    @Test
    void anUploadIsKeptOnceForAllJobs() {
        BatchRequest request =
                new BatchRequest(
                        null, anImageToImage(null, null, 0.5), List.of("a fox", "an owl"), null);
        byte[] picture = Png.of(128, 128);

        JobBatch batch =
                submissions.submit(
                        ANN,
                        request,
                        new UploadedPictures(new FileInMemory(picture), null),
                        null,
                        null);

        List<GenerationJob> jobs = store.jobs(batch.id(), 0, 10);
        assertThat(jobs).extracting(job -> job.asked().keysOf(0).image()).doesNotContainNull();
        assertThat(jobs.get(0).asked().keysOf(0)).isEqualTo(jobs.get(1).asked().keysOf(0));
        assertThat(folder.resolve(jobs.get(0).asked().keysOf(0).image())).exists();
    }

    private boolean isAccepted() {
        try {
            submit(prompts("1", "2", "3"), null);
            return true;
        } catch (QueueFullException e) {
            return false;
        }
    }

    private JobBatch submit(BatchRequest request, String key) {
        return submissions.submit(ANN, request, UploadedPictures.NONE, key, null);
    }

    private void crashAfterReserving() {
        ledger.afterReserving(
                () -> {
                    throw new Crash();
                });
    }

    private long waiting() {
        return ForTests.withStore(database, all -> all.waitingJobs(ANN));
    }

    private static BatchRequest prompts(String... prompts) {
        return new BatchRequest(null, aRequest(null), List.of(prompts), null);
    }

    private static List<UUID> ids(List<GenerationJob> jobs) {
        return jobs.stream().map(GenerationJob::id).toList();
    }

    /** The server ends in the middle of a request. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
