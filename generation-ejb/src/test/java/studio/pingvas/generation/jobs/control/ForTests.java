package studio.pingvas.generation.jobs.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;

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
        history.changed = database.recorder();
        return history;
    }

    public static <T> T withStore(GenerationDatabase database, Function<JobStore, T> work) {
        return database.inTransaction(
                entities -> {
                    JobStore store = new JobStore();
                    store.entities = entities;
                    store.clock = clock(entities);
                    store.history = history(entities, database);
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
                    transitions.history = history(entities, database);
                    return work.apply(transitions);
                });
    }

    public static <T> T withForecast(GenerationDatabase database, Function<Forecast, T> work) {
        return database.inTransaction(
                entities -> {
                    Forecast forecast = new Forecast();
                    forecast.entities = entities;
                    return work.apply(forecast);
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
            public Optional<GenerationJob> decideCancelled(UUID jobId) {
                return withTransitions(database, t -> t.decideCancelled(jobId));
            }

            @Override
            public List<GenerationJob> decideCancelled(
                    UUID userId, List<JobStatus> statuses, UUID except, Instant until, int limit) {
                return withTransitions(
                        database, t -> t.decideCancelled(userId, statuses, except, until, limit));
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
