package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.StageKeys;
import studio.pingvas.generation.line.control.LinesForTests;

/** Jobs of many users that come while another one is added. */
@Timeout(60)
class NewJobsTest {
    private static final int CAP = 5;

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final JobStore store = ForTests.store(database);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger groups = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean lockedForOne = new AtomicBoolean();
    private volatile boolean hasNewId = true;
    private final NewJobs newJobs = ForTests.newJobs(new LateStore());

    /** It begins when the test lets it, and may fail when it has added more than one. */
    private final class LateStore extends JobStore {
        @Override
        public Map<UUID, Submitted> addFree(List<NewJob> wanted) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            groups.incrementAndGet();
            if (lockedForOne.get() && wanted.size() == 1) {
                return Map.of();
            }
            Map<UUID, Submitted> added = store.addFree(wanted);
            if (failing.get() && wanted.size() > 1) {
                throw new IllegalStateException("The answer to the commit was lost.");
            }
            return added;
        }

        @Override
        public Submitted add(NewJob wanted) {
            return store.add(wanted);
        }
    }

    @Test
    void theyAreAddedInOneTransaction() throws Exception {
        List<GenerationJob> jobs = Stream.generate(this::aJobOfSomebody).limit(10).toList();

        List<Object> answers = answersOf(inOneGroup(jobs));

        assertThat(groups).as("the first, and those that came meanwhile").hasValue(2);
        assertThat(answers).extracting(NewJobsTest::jobOf).containsExactlyElementsOf(jobs);
        assertThat(jobs).allSatisfy(job -> assertThat(countsOf(job)).isEqualTo("1 waiting, 1 job"));
        assertThat(database.events).hasSize(11);
    }

    @Test
    void whoIsRefusedIsRefusedAlone() throws Exception {
        UUID full = UUID.randomUUID();
        for (int i = 0; i < CAP; i++) {
            ForTests.add(database, jobOf(full), CAP);
        }
        UUID erased = UUID.randomUUID();
        GenerationDatabase.DATABASE.execute(
                "insert into generation.erasure (user_id) values ('%s')".formatted(erased));
        GenerationJob good = aJobOfSomebody();

        List<Object> answers = answersOf(inOneGroup(List.of(jobOf(full), good, jobOf(erased))));

        assertThat(answers.get(0)).isInstanceOf(QueueFullException.class);
        assertThat(jobOf(answers.get(1))).isSameAs(good);
        assertThat(answers.get(2)).isInstanceOf(NotFoundException.class);
        assertThat(waiting(full)).isEqualTo(CAP);
    }

    @Test
    void oneThatCannotBeStoredHarmsNoOther() throws Exception {
        GenerationJob bad = aJobOfSomebody();
        bad.asked().beginWith(List.of(new StageKeys(null, "users/u/inputs/m.png")));
        List<GenerationJob> good = Stream.generate(this::aJobOfSomebody).limit(3).toList();
        List<GenerationJob> all = new ArrayList<>(good);
        all.add(bad);

        List<Object> answers = answersOf(inOneGroup(all));

        assertThat(answers.subList(0, 3))
                .extracting(NewJobsTest::jobOf)
                .containsExactlyElementsOf(good);
        assertThat((Throwable) answers.get(3)).hasStackTraceContaining("job_mask_needs_image");
        assertThat(good).allSatisfy(job -> assertThat(countsOf(job)).isEqualTo("1 waiting, 1 job"));
        assertThat(waiting(bad.userId())).isZero();
    }

    @Test
    void whatWasAddedAlthoughTheAnswerWasLostIsNotAddedAgain() throws Exception {
        failing.set(true);
        List<GenerationJob> jobs = Stream.generate(this::aJobOfSomebody).limit(4).toList();

        List<Object> answers = answersOf(inOneGroup(jobs));

        assertThat(answers)
                .extracting(answer -> jobOf(answer).id())
                .containsExactlyElementsOf(jobs.stream().map(GenerationJob::id).toList());
        assertThat(jobs).allSatisfy(job -> assertThat(countsOf(job)).isEqualTo("1 waiting, 1 job"));
    }

    @Test
    void whatWasAddedIsNotAddedAgainEitherIfItsLineIsBeingChangedThen() throws Exception {
        failing.set(true);
        lockedForOne.set(true);
        List<GenerationJob> jobs = Stream.generate(this::aJobOfSomebody).limit(4).toList();

        List<Object> answers = answersOf(inOneGroup(jobs));

        assertThat(answers)
                .extracting(answer -> jobOf(answer).id())
                .containsExactlyElementsOf(jobs.stream().map(GenerationJob::id).toList());
        assertThat(jobs).allSatisfy(job -> assertThat(countsOf(job)).isEqualTo("1 waiting, 1 job"));
    }

    @Test
    void requestsWithOneKeyThatComeTogetherMakeOneJob() throws Exception {
        GenerationJob job = aJobOfSomebody();
        GenerationJob same =
                GenerationJob.queued(
                        job.id(),
                        job.userId(),
                        aPlan(Tier.FREE, 1, CAP),
                        Samples.aWork(),
                        "1".repeat(64),
                        job.terms().quote());

        hasNewId = false;
        List<Object> answers = answersOf(inOneGroup(List.of(job, same)));

        assertThat(answers)
                .extracting(answer -> jobOf(answer).origin().requestSha256())
                .containsOnly(job.origin().requestSha256());
        assertThat(countsOf(job)).isEqualTo("1 waiting, 1 job");
    }

    @Test
    void aLineThatSomebodyChangesHoldsUpItsUserAlone() throws Exception {
        GenerationJob held = jobOf(ForTests.add(database, aJobOfSomebody(), CAP).userId());
        GenerationJob other = aJobOfSomebody();
        List<FutureTask<Object>> calls = new ArrayList<>();

        database.inTransaction(
                entities -> {
                    entities.createNativeQuery(
                                    "update user_line set last_seq = last_seq + 1"
                                            + " where user_id = ?1")
                            .setParameter(1, held.userId())
                            .executeUpdate();
                    calls.addAll(inOneGroup(List.of(held, other)));
                    assertThat(jobOf(answerOf(calls.get(1)))).isSameAs(other);
                    assertThat(jobOf(answerOf(begin(aJobOfSomebody())))).isNotNull();
                    assertThat(calls.get(0).isDone()).isFalse();
                    return null;
                });

        assertThat(jobOf(answerOf(calls.get(0)))).isSameAs(held);
        assertThat(countsOf(held)).isEqualTo("2 waiting, 2 job");
    }

    @Test
    void ofManyAtOnceOnTwoNodesAsManyAreAddedAsMayWait() throws Exception {
        open.countDown();
        NewJobs otherNode = ForTests.newJobs(store);
        List<UUID> users = Stream.generate(UUID::randomUUID).limit(6).toList();
        List<FutureTask<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 2 * CAP; i++) {
            List<UUID> order = new ArrayList<>(users);
            Collections.shuffle(order);
            NewJobs node = i % 2 == 0 ? newJobs : otherNode;
            order.forEach(user -> calls.add(begin(node, jobOf(user))));
        }

        List<Object> answers = answersOf(calls);

        assertThat(answers).filteredOn(Submitted.class::isInstance).hasSize(users.size() * CAP);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Submitted))
                .hasOnlyElementsOfType(QueueFullException.class);
        assertThat(users).allSatisfy(user -> assertThat(waiting(user)).isEqualTo(CAP));
    }

    /** They come while somebody else's job is added. */
    private List<FutureTask<Object>> inOneGroup(List<GenerationJob> jobs) {
        List<FutureTask<Object>> calls = new ArrayList<>();
        begin(aJobOfSomebody());
        for (GenerationJob job : jobs) {
            calls.add(begin(job));
        }
        open.countDown();
        return calls;
    }

    private FutureTask<Object> begin(GenerationJob job) {
        boolean waits = open.getCount() > 0;
        FutureTask<Object> call = new FutureTask<>(() -> add(newJobs, job));
        Thread thread = start(call);
        while (waits && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return call;
    }

    private FutureTask<Object> begin(NewJobs node, GenerationJob job) {
        FutureTask<Object> call = new FutureTask<>(() -> add(node, job));
        start(call);
        return call;
    }

    private static Thread start(Runnable call) {
        Thread thread = new Thread(call);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private Object add(NewJobs node, GenerationJob job) {
        try {
            return node.add(new NewJob(job, hasNewId, CAP, LinesForTests.emptyLine()));
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static List<Object> answersOf(List<FutureTask<Object>> calls) {
        return calls.stream().map(NewJobsTest::answerOf).toList();
    }

    private static Object answerOf(FutureTask<Object> call) {
        try {
            return call.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static GenerationJob jobOf(Object answer) {
        assertThat(answer).isInstanceOf(Submitted.class);
        return ((Submitted) answer).job();
    }

    private GenerationJob aJobOfSomebody() {
        return jobOf(UUID.randomUUID());
    }

    private static GenerationJob jobOf(UUID user) {
        return aJob(user, aPlan(Tier.FREE, 1, CAP));
    }

    private long waiting(UUID user) {
        return ForTests.withStore(database, one -> one.waitingJobs(user));
    }

    /** As the line counts them, and as they are. */
    private String countsOf(GenerationJob job) {
        int rows =
                ForTests.withStore(
                        database,
                        one -> one.list(job.userId(), List.of(JobStatus.QUEUED), null, 10).size());
        return waiting(job.userId()) + " waiting, " + rows + " job";
    }
}
