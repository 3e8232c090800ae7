package studio.pingvas.generation.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.library.LibraryErasures;
import studio.pingvas.generation.webhooks.control.WebhookFixture;
import studio.pingvas.platform.erasure.Erasures;

class JobErasureTest {
    private final WebhookFixture webhooks = new WebhookFixture();
    private final GenerationDatabase database = webhooks.database;
    private final Erasures orders = new Erasures(GenerationDatabase.DATABASE.role());
    private final List<UUID> released = new ArrayList<>();
    private final JobErasure erasure = new JobErasure();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void wire() {
        erasure.secrets = webhooks.secrets();
        erasure.store =
                new JobStore() {
                    @Override
                    public List<GenerationJob> live(UUID userId, int limit) {
                        return ForTests.withStore(database, store -> store.live(userId, limit));
                    }
                };
        erasure.ending = ForTests.ending(database, ledger());
        erasure.library = LibraryErasures.on(database);
        erasure.erased =
                new ErasedJobs() {
                    @Override
                    public int deleteEnded(UUID userId, int limit) {
                        return database.inTransaction(
                                manager -> {
                                    ErasedJobs erased = new ErasedJobs();
                                    erased.entities = manager;
                                    return erased.deleteEnded(userId, limit);
                                });
                    }
                };
    }

    @Test
    void liveJobsGiveTheirCreditsBackAndNothingOfTheUserStays() {
        GenerationJob waiting = add(ann);
        GenerationJob running = add(ann);
        change(running, job -> start(job, 1));
        GenerationJob completed = add(ann);
        change(completed, JobErasureTest::complete);
        GenerationJob ofBob = add(bob);

        orders.order(ann);
        orders.carryOut(erasure::step);

        assertThat(released).containsExactlyInAnyOrder(waiting.id(), running.id());
        assertThat(rows("job")).containsExactly(bob);
        assertThat(rows("job_event")).containsExactly(bob);
        assertThat(rows("user_line")).containsExactly(bob);
        assertThat(ForTests.<Boolean>withStore(database, s -> s.find(ofBob.id()).isPresent()))
                .isTrue();
    }

    @Test
    void whatTheUserHasWrittenIsDeletedThoughOthersCouldSeeIt() {
        for (UUID user : List.of(ann, bob)) {
            GenerationDatabase.DATABASE.execute(
                    "insert into generation.template (id, user_id, visibility, version, name,"
                            + " category, content, search_text, created_at, updated_at) values"
                            + " (gen_random_uuid(), '"
                            + user
                            + "', 'PUBLIC', 1, 'x', 'other', '{}', 'x', now(), now())");
            GenerationDatabase.DATABASE.execute(
                    "insert into generation.prompt_preset (id, user_id, visibility, version, name,"
                            + " prompt, negative_prompt, search_text, created_at, updated_at)"
                            + " values (gen_random_uuid(), '"
                            + user
                            + "', 'PUBLIC', 1, 'x', 'x', '', 'x', now(), now())");
            GenerationDatabase.DATABASE.execute(
                    "with w as (insert into generation.workflow (id, user_id, visibility, version,"
                            + " name, description, newest_version, search_text, created_at,"
                            + " updated_at) values (gen_random_uuid(), '"
                            + user
                            + "', 'PUBLIC', 1, 'x', '', 1, 'x', now(), now()) returning id)"
                            + " insert into generation.workflow_version select gen_random_uuid(),"
                            + " id, 1, '{}', '', now() from w");
        }
        orders.order(ann);
        orders.carryOut(erasure::step);

        assertThat(rows("template")).containsExactly(bob);
        assertThat(rows("prompt_preset")).containsExactly(bob);
        assertThat(rows("workflow")).containsExactly(bob);
    }

    @Test
    void reportsAndTheSecretGoWithTheJobs() {
        webhooks.endedJob(ann, "https://hooks.example.test");
        webhooks.secrets().renew(ann);
        webhooks.endedJob(bob, "https://hooks.example.test");
        webhooks.secrets().renew(bob);

        orders.order(ann);
        orders.carryOut(erasure::step);

        assertThat(rows("webhook_delivery")).containsExactly(bob);
        assertThat(rows("webhook_secret")).containsExactly(bob);
    }

    @Test
    void moreJobsThanAStepTakesAreErasedToo() {
        for (int i = 0; i < 130; i++) {
            add(ann);
        }
        orders.order(ann);
        orders.carryOut(erasure::step);

        assertThat(released).hasSize(130);
        assertThat(rows("job")).isEmpty();
    }

    @Test
    void jobThatIsJustBeingCompletedIsErasedWhenItHasEnded() {
        GenerationJob job = add(ann);
        change(
                job,
                completing -> {
                    start(completing, 1);
                    completing.decide(JobStatus.COMPLETED, Actor.SYSTEM, completing.createdAt());
                });
        orders.order(ann);

        assertThatThrownBy(() -> erasure.step(ann)).hasMessageContaining("about to end");
        assertThat(released).isEmpty();

        change(job, completing -> completing.end(1, 0, completing.createdAt()));
        erasure.step(ann);
        assertThat(rows("job")).isEmpty();
    }

    @Test
    void whatComesAfterTheOrderIsRefused() {
        orders.order(ann);

        assertThatThrownBy(() -> add(ann)).isInstanceOf(NotFoundException.class);
        assertThat(rows("job")).isEmpty();
        assertThat(rows("user_line")).isEmpty();
    }

    @Test
    void lateReportOfAnErasedJobChangesNothing() {
        GenerationJob job = add(ann);
        orders.order(ann);
        orders.carryOut(erasure::step);

        assertThat(erasure.ending.cancel(job.id(), Actor.SYSTEM)).isFalse();
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(Reports.started(job.id(), new Attempt(1, 1), "worker-1"));
                    transitions.end(job.id(), 0, 0);
                    return transitions.decideFailed(job.id(), "x", "x");
                });
        assertThat(rows("job")).isEmpty();
        assertThat(rows("job_event")).isEmpty();
    }

    @Test
    void jobsOfWhoeverIsNotToBeErasedCannotBeDeleted() {
        GenerationJob job = add(ann);
        change(job, JobErasureTest::complete);

        assertThatThrownBy(() -> erasure.erased.deleteEnded(ann, 10))
                .hasStackTraceContaining("nobody has ordered to erase user");
        assertThat(rows("job")).containsExactly(ann);
    }

    private GenerationJob add(UUID user) {
        GenerationJob job = Samples.aJob(user, Samples.aPlan(Tier.FREE, 1, 1_000));
        return ForTests.add(database, job, 1_000);
    }

    private void change(GenerationJob job, Consumer<GenerationJob> change) {
        ForTests.change(database, job.id(), change);
    }

    private static void start(GenerationJob job, int dispatch) {
        job.dispatch(1, job.createdAt());
        job.startOn("worker-1", new Attempt(dispatch, 1), job.createdAt());
    }

    private static void complete(GenerationJob job) {
        start(job, 1);
        job.decide(JobStatus.COMPLETED, Actor.SYSTEM, job.createdAt());
        job.end(1, 0, job.createdAt());
    }

    private List<UUID> rows(String table) {
        return database.inTransaction(
                entities -> {
                    List<?> users =
                            entities.createNativeQuery("select distinct user_id from " + table)
                                    .getResultList();
                    return users.stream().map(UUID.class::cast).toList();
                });
    }

    /** Of payment's contract only what an erasure may ask for. */
    private CreditLedger ledger() {
        return (CreditLedger)
                Proxy.newProxyInstance(
                        CreditLedger.class.getClassLoader(),
                        new Class<?>[] {CreditLedger.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("release")) {
                                throw new AssertionError("Not expected: " + method.getName());
                            }
                            released.add((UUID) arguments[0]);
                            return 1L;
                        });
    }
}
