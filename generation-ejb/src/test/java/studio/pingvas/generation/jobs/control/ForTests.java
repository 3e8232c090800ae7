package studio.pingvas.generation.jobs.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.Eta;
import studio.pingvas.generation.forecast.ForecastsForTests;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.KeptInputs;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.line.control.LineState;
import studio.pingvas.generation.line.control.LinesForTests;
import studio.pingvas.generation.line.entity.OwnLine;

/** Wires what the container would inject. */
public final class ForTests {
    private ForTests() {}

    public static DatabaseClock clock(EntityManager entities) {
        DatabaseClock clock = new DatabaseClock();
        clock.entities = entities;
        return clock;
    }

    public static DatabaseClock clock(GenerationDatabase database) {
        return new DatabaseClock() {
            @Override
            public Instant now() {
                return database.inTransaction(entities -> clock(entities).now());
            }
        };
    }

    public static JobHistory history(EntityManager entities, GenerationDatabase database) {
        JobHistory history = new JobHistory();
        history.entities = entities;
        history.lines = LinesForTests.userLines(entities);
        history.changed = database.recorder();
        history.owed = database.owed;
        return history;
    }

    /** As the container hands it out: each call in a transaction of its own. */
    public static JobStore store(GenerationDatabase database) {
        return new JobStore() {
            @Override
            public Submitted add(NewJob wanted) {
                return withStore(database, store -> store.add(wanted));
            }

            @Override
            public Map<UUID, Submitted> addFree(List<NewJob> wanted) {
                return withStore(database, store -> store.addFree(wanted));
            }

            @Override
            public Optional<GenerationJob> findOf(UUID userId, UUID jobId) {
                return withStore(database, store -> store.findOf(userId, jobId));
            }

            @Override
            public Optional<GenerationJob> longestRunning(UUID userId) {
                return withStore(database, store -> store.longestRunning(userId));
            }

            @Override
            public Optional<GenerationJob> retryOf(UUID jobId) {
                return withStore(database, store -> store.retryOf(jobId));
            }

            @Override
            public List<GenerationJob> failedSince(UUID userId, Instant since, int limit) {
                return withStore(database, store -> store.failedSince(userId, since, limit));
            }

            @Override
            public long waitingJobs(UUID userId) {
                return withStore(database, store -> store.waitingJobs(userId));
            }
        };
    }

    static NewJobs newJobs(JobStore store) {
        NewJobs jobs = new NewJobs();
        jobs.store = store;
        jobs.prepare();
        return jobs;
    }

    /** Its owner is told that it is the first, and no time. */
    public static GenerationJob add(
            GenerationDatabase database, GenerationJob job, int maxWaiting) {
        return addTold(database, job, maxWaiting, null, 1);
    }

    /** Its owner is told what the caller says. */
    public static GenerationJob addTold(
            GenerationDatabase database, GenerationJob job, int maxWaiting, Eta eta, int position) {
        return withStore(
                database,
                store -> {
                    store.forecast = telling(new Outlook(new Ahead(position - 1, 0, 0, 0, 0), eta));
                    return store.add(new NewJob(job, false, maxWaiting, LinesForTests.emptyLine()))
                            .job();
                });
    }

    private static NewJobForecast telling(Outlook outlook) {
        return new NewJobForecast() {
            @Override
            public Outlook of(
                    LineState state,
                    OwnLine own,
                    UUID userId,
                    Tier tier,
                    String model,
                    Quote quote) {
                return outlook;
            }
        };
    }

    /** Repeats jobs; makes none of requests. */
    public static Submissions repeating(
            GenerationDatabase database,
            JobStore store,
            CreditLedger ledger,
            Entitlements entitlements,
            ModelCatalog models,
            InputFinder finder,
            KeptInputs kept) {
        Submissions submissions = new Submissions();
        submissions.ledger = ledger;
        submissions.stageInputs = new StageInputs();
        submissions.stageInputs.kept = kept;
        submissions.store = store;
        submissions.newJobs = newJobs(store);
        submissions.line = LinesForTests.currentLine(database);
        submissions.fullLines = new FullLines();
        submissions.creditsFloor = 100;
        submissions.repetitions = new Repetitions();
        submissions.repetitions.entitlements = entitlements;
        submissions.repetitions.models = models;
        submissions.repetitions.finder = finder;
        submissions.repetitions.pricing = new Pricing();
        submissions.repetitions.pricing.upscaleSeconds = 0.1;
        return submissions;
    }

    public static <T> T withStore(GenerationDatabase database, Function<JobStore, T> work) {
        return database.inTransaction(
                entities -> {
                    JobStore store = new JobStore();
                    store.entities = entities;
                    store.lines = LinesForTests.userLines(entities);
                    store.history = history(entities, database);
                    store.forecast = newJobForecast();
                    return work.apply(store);
                });
    }

    public static <T> T withTransitions(
            GenerationDatabase database, Function<JobTransitions, T> work) {
        return database.inTransaction(
                entities -> {
                    JobTransitions transitions = new JobTransitions();
                    transitions.entities = entities;
                    transitions.clock = clock(entities);
                    transitions.lines = LinesForTests.userLines(entities);
                    transitions.history = history(entities, database);
                    return work.apply(transitions);
                });
    }

    private static NewJobForecast newJobForecast() {
        NewJobForecast forecast = new NewJobForecast();
        forecast.times = ForecastsForTests.withoutExperience();
        return forecast;
    }

    public static <T> T withForecast(GenerationDatabase database, Function<Forecast, T> work) {
        return database.inTransaction(
                entities -> {
                    Forecast forecast = new Forecast();
                    forecast.entities = entities;
                    forecast.times = ForecastsForTests.withoutExperience();
                    forecast.newJobs = newJobForecast();
                    forecast.line = LinesForTests.currentLine(entities);
                    return work.apply(forecast);
                });
    }

    /** Changes a job as no other test looks at it, and lets its owner's line count it. */
    public static void change(
            GenerationDatabase database, UUID jobId, Consumer<GenerationJob> change) {
        database.inTransaction(
                entities -> {
                    GenerationJob job = entities.find(GenerationJob.class, jobId);
                    change.accept(job);
                    LinesForTests.userLines(entities).count(job.userId(), job.takeLineChange());
                    return null;
                });
    }

    /** How jobs end without a worker; each step in a transaction of its own. */
    public static JobEnding ending(GenerationDatabase database, CreditLedger ledger) {
        JobEnding ending = new JobEnding();
        ending.ledger = ledger;
        ending.transitions = transitions(database);
        return ending;
    }

    /** As the container hands them out: each call in a transaction of its own. */
    public static JobTransitions transitions(GenerationDatabase database) {
        return new JobTransitions() {
            @Override
            public Optional<GenerationJob> decideCancelled(UUID jobId, Actor actor) {
                return withTransitions(database, t -> t.decideCancelled(jobId, actor));
            }

            @Override
            public List<GenerationJob> decideCancelled(
                    UUID userId, List<JobStatus> statuses, UUID except, Instant until, int limit) {
                return withTransitions(
                        database, t -> t.decideCancelled(userId, statuses, except, until, limit));
            }

            @Override
            public List<GenerationJob> decideBatchCancelled(UUID userId, UUID batchId, int limit) {
                return withTransitions(
                        database, t -> t.decideBatchCancelled(userId, batchId, limit));
            }

            @Override
            public void end(UUID jobId, long creditsUsed, long creditsRefunded) {
                withTransitions(
                        database,
                        t -> {
                            t.end(jobId, creditsUsed, creditsRefunded);
                            return null;
                        });
            }

            @Override
            public void endAll(Map<UUID, Long> refunded) {
                withTransitions(
                        database,
                        t -> {
                            t.endAll(refunded);
                            return null;
                        });
            }
        };
    }
}
