package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.WorkflowReference;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.jobs.entity.StageKeys;
import studio.pingvas.generation.jobs.entity.Work;
import studio.pingvas.generation.line.control.LinesForTests;
import studio.pingvas.platform.database.Keyset;

class JobStoreTest {
    private static final List<JobStatus> ALL = Arrays.asList(JobStatus.values());

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID user = UUID.randomUUID();

    @Test
    void anAddedJobIsReadBackWholeByItsOwnerAlone() {
        GenerationJob added = add(aJobOfUser());

        GenerationJob found =
                ForTests.withStore(database, store -> store.findOf(user, added.id()).orElseThrow());

        assertThat(found.imageIds()).hasSize(1).isEqualTo(added.imageIds());
        assertThat(found.asked().picture().prompt()).isEqualTo("a red house");
        assertThat(found.terms().tier()).isEqualTo(Tier.FREE);
        assertThat(found.createdAt()).isNotNull();
        assertThat(
                        ForTests.<Boolean>withStore(
                                database,
                                store -> store.findOf(UUID.randomUUID(), added.id()).isEmpty()))
                .isTrue();
    }

    @Test
    void ofManyJobsThoseOfTheUserAreFound() {
        GenerationJob first = add(aJobOfUser());
        GenerationJob second = add(aJobOfUser());
        GenerationJob ofSomebodyElse = add(Samples.aJob());
        Set<UUID> ids = Set.of(first.id(), second.id(), ofSomebodyElse.id(), UUID.randomUUID());

        Map<UUID, GenerationJob> found =
                ForTests.withStore(database, store -> store.findAllOf(user, ids));

        assertThat(found).containsOnlyKeys(first.id(), second.id());
        assertThat(found.get(first.id()).imageIds()).isEqualTo(first.imageIds());
    }

    @Test
    void whatAJobDoesAndBeginsWithIsReadBack() {
        JobStage over =
                new JobStage(
                        "image-to-image",
                        "tiny",
                        "a \"red\" house",
                        "fog",
                        512,
                        128,
                        20,
                        4.5,
                        "flow-match-euler",
                        UUID.randomUUID(),
                        null,
                        0.3,
                        null,
                        List.of(new LoraUse("ink", -0.5)));
        JobStage enlarged = JobStage.upscale(null, 1024, 256, 2).linked("big", 0, null, null);
        WorkflowReference stored = new WorkflowReference(UUID.randomUUID(), 3);
        Work work = new Work("workflow", List.of(over, enlarged), 9, 2, stored);
        GenerationJob job =
                GenerationJob.queued(
                        UUID.randomUUID(),
                        user,
                        aPlan(Tier.FREE, 1, 5),
                        work,
                        "0".repeat(64),
                        new Quote(2, 0.155));
        StageKeys first = new StageKeys("users/u/images/i.png", null);
        StageKeys second = new StageKeys("j", "k");
        job.asked().beginWith(List.of(first, second));

        add(job);

        GenerationJob found =
                ForTests.withStore(database, store -> store.find(job.id()).orElseThrow());
        assertThat(found.asked().kind()).isEqualTo("workflow");
        assertThat(found.asked().stages()).containsExactly(over, enlarged);
        assertThat(found.asked().keysOf(0)).isEqualTo(first);
        assertThat(found.asked().keysOf(1)).isEqualTo(second);
        assertThat(found.origin().workflow()).isEqualTo(stored);
        assertThat(found.asked().picture().prompt()).isEqualTo(over.prompt());
        assertThat(found.asked().totalSteps()).isEqualTo(2 * (6 + 1));
    }

    @Test
    void jobThatOnlyEnlargesIsKept() {
        Work work = new Work("upscale", List.of(JobStage.upscale(null, 256, 256, 2)), 9, 1);
        GenerationJob job =
                GenerationJob.queued(
                        UUID.randomUUID(),
                        user,
                        aPlan(Tier.FREE, 1, 5),
                        work,
                        "0".repeat(64),
                        new Quote(1, 0.01));

        add(job);

        GenerationJob found =
                ForTests.withStore(database, store -> store.find(job.id()).orElseThrow());
        assertThat(found.asked().picture().model()).isEqualTo("lanczos");
        assertThat(found.asked().picture().steps()).isZero();
        assertThat(found.asked().totalSteps()).isEqualTo(1);
    }

    @Test
    void jobOfAnEarlierReleaseIsReadAsItsOnlyStage() throws IOException {
        GenerationJob job = add(aJobOfUser());
        GenerationDatabase.DATABASE.execute("update generation.job set stages = '[]'");
        GenerationDatabase.DATABASE.execute("set search_path to generation; " + backfill());

        GenerationJob found =
                ForTests.withStore(database, store -> store.find(job.id()).orElseThrow());

        assertThat(found.asked().stages()).containsExactly(Samples.aStage());
    }

    /** What the migration does with the jobs that are there. */
    private static String backfill() throws IOException {
        try (InputStream migration =
                JobStoreTest.class.getResourceAsStream("/db/generation/V004__add_stages.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("UPDATE job"), sql.indexOf("ALTER TABLE job ALTER"));
        }
    }

    @Test
    void maskWithoutAPictureIsRefused() {
        GenerationJob job = aJobOfUser();
        job.asked().beginWith(List.of(new StageKeys(null, "users/u/inputs/m.png")));

        assertThatThrownBy(() -> add(job)).hasMessageContaining("job_mask_needs_image");
    }

    @Test
    void addingTheSameJobAgainReturnsTheFirst() {
        GenerationJob job = aJobOfUser();
        add(job);

        assertThat(add(withTheIdOf(job)).origin().requestSha256()).isEqualTo("0".repeat(64));
        assertThat(database.events).hasSize(1);
    }

    @Test
    void anIdThatIsCalledNewButIsTakenCountsNothing() {
        GenerationJob job = add(aJobOfUser());
        NewJob again = new NewJob(withTheIdOf(job), true, 5, LinesForTests.emptyLine());

        assertThatThrownBy(() -> ForTests.withStore(database, store -> store.add(again)))
                .hasStackTraceContaining("job_pkey");
        assertThat(ForTests.<Long>withStore(database, store -> store.waitingJobs(user)))
                .isEqualTo(1);
    }

    @Test
    void theEventsOfAUserAreCountedWithoutGaps() {
        add(aJobOfUser());
        add(aJobOfUser());
        add(aJob());

        assertThat(ForTests.<Long>withStore(database, store -> store.lastSeq(user))).isEqualTo(2);
        assertThat(eventsAfter(0)).containsExactly("1queued", "2queued");
        assertThat(eventsAfter(2)).isEmpty();
    }

    @Test
    void theEventsOfOneJobAreReadByThemselves() {
        add(aJobOfUser());
        GenerationJob second = aJobOfUser();
        add(second);

        assertThat(eventsOfJobAfter(second, 0)).containsExactly("2queued");
        assertThat(eventsOfJobAfter(second, 2)).isEmpty();
    }

    @Test
    void theLimitOnWaitingJobsHoldsUnderConcurrentSubmissions() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> submissions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            submissions.add(this::submissionIsAccepted);
        }

        int accepted = 0;
        for (Future<Boolean> submission : threads.invokeAll(submissions)) {
            accepted += submission.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(accepted).isEqualTo(5);
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(0, add(aJobOfUser()).id());
        }
        List<GenerationJob> first = list(null);
        GenerationJob last = first.get(first.size() - 1);
        List<GenerationJob> second = list(new Keyset(last.createdAt(), last.id()));

        assertThat(first)
                .extracting(GenerationJob::id)
                .containsExactlyElementsOf(added.subList(0, 3));
        assertThat(second)
                .extracting(GenerationJob::id)
                .containsExactlyElementsOf(added.subList(3, 5));
    }

    @Test
    void anEventCannotBeRewritten() {
        add(aJobOfUser());

        assertThatThrownBy(
                        () ->
                                database.inTransaction(
                                        entities ->
                                                entities.createNativeQuery(
                                                                "update job_event set type = 'x'")
                                                        .executeUpdate()))
                .hasMessageContaining("permission denied");
    }

    private boolean submissionIsAccepted() throws ExecutionException {
        try {
            add(aJobOfUser());
            return true;
        } catch (QueueFullException e) {
            return false;
        }
    }

    private GenerationJob aJobOfUser() {
        return aJob(user, aPlan(Tier.FREE, 1, 5));
    }

    private GenerationJob withTheIdOf(GenerationJob job) {
        return GenerationJob.queued(
                job.id(),
                user,
                aPlan(Tier.FREE, 1, 5),
                Samples.aWork(),
                "1".repeat(64),
                job.terms().quote());
    }

    private GenerationJob add(GenerationJob job) {
        return ForTests.add(database, job, 5);
    }

    private List<String> eventsAfter(long seq) {
        return ForTests.withStore(database, store -> store.eventsAfter(user, seq, 10)).stream()
                .map(event -> event.seq() + event.type())
                .toList();
    }

    private List<String> eventsOfJobAfter(GenerationJob job, long seq) {
        return ForTests.withStore(database, store -> store.eventsOfJobAfter(job.id(), seq, 10))
                .stream()
                .map(event -> event.seq() + event.type())
                .toList();
    }

    private List<GenerationJob> list(Keyset after) {
        return ForTests.withStore(database, store -> store.list(user, ALL, after, 3));
    }
}
