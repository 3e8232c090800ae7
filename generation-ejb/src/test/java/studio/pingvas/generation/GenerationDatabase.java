package studio.pingvas.generation;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.control.WebhookOwed;
import studio.pingvas.platform.database.TestDatabase;
import studio.pingvas.platform.messaging.FiredEvents;

/** The module's classes on a real database, one transaction for each call, as the server does. */
public final class GenerationDatabase {
    public static final TestDatabase DATABASE = TestDatabase.of("generation");
    private static final EntityManagerFactory ENTITIES = DATABASE.persistence("generation");

    public final List<JobChanged> events = new CopyOnWriteArrayList<>();
    public final FiredEvents<WebhookOwed> owed = new FiredEvents<>();

    private GenerationDatabase() {}

    public static GenerationDatabase empty() {
        DATABASE.execute(
                "truncate generation.job, generation.job_batch, generation.job_event,"
                        + " generation.user_line, generation.erasure, generation.input_object,"
                        + " generation.template, generation.prompt_preset, generation.workflow,"
                        + " generation.workflow_version, generation.webhook_delivery,"
                        + " generation.webhook_attempt, generation.webhook_secret,"
                        + " generation.worker_pause; update generation.tier_line set start_tag = 0,"
                        + " served_tag = 0, virtual_time = 0, dispatched = 0, paused = false");
        return new GenerationDatabase();
    }

    /** Runs the work in a transaction of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager entities = ENTITIES.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** Pages of the schema's tables and indexes that were read so far, by whomever. */
    public long pagesRead() {
        // What a transaction has read is counted after its end.
        inTransaction(
                entities ->
                        entities.createNativeQuery(
                                        "select cast(pg_stat_force_next_flush() as text)")
                                .getResultList());
        return inTransaction(
                entities ->
                        ((Number)
                                        entities.createNativeQuery(
                                                        "select sum(heap_blks_read + heap_blks_hit"
                                                            + " + idx_blks_read + idx_blks_hit)"
                                                            + " from pg_statio_user_tables where"
                                                            + " schemaname = 'generation'")
                                                .getSingleResult())
                                .longValue());
    }

    public Event<JobChanged> recorder() {
        return recorder(events);
    }

    public static <E> Event<E> recorder(List<E> fired) {
        return new Recorder<>(fired);
    }

    public static DatabaseClock clock(EntityManager entities) {
        return ForTests.clock(entities);
    }

    /** Keeps what is fired; there is no container to pass it on. */
    private record Recorder<E>(List<E> fired) implements Event<E> {
        @Override
        public void fire(E event) {
            fired.add(event);
        }

        @Override
        public <U extends E> CompletionStage<U> fireAsync(U event) {
            throw new IllegalStateException("Events are fired in the transaction");
        }

        @Override
        public <U extends E> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new IllegalStateException("Events are fired in the transaction");
        }

        @Override
        public Event<E> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends E> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new IllegalStateException("There are no subtypes");
        }

        @Override
        public <U extends E> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new IllegalStateException("There are no subtypes");
        }
    }
}
