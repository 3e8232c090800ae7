package studio.pingvas.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.pingvas.platform.database.TestDatabase;

/** The schema {@code users}, and what the container does for beans on it: transactions. */
public final class UsersDatabase {
    public static final UserSettings SETTINGS =
            new UserSettings(
                    "https://studio.example.test",
                    "pingvas-studio",
                    Base64.getEncoder().encodeToString(new byte[32]),
                    Duration.ofMinutes(15),
                    Duration.ofDays(14),
                    Duration.ofDays(90),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));

    private static final TestDatabase DATABASE = TestDatabase.of("users");
    private static final EntityManagerFactory FACTORY = DATABASE.persistence("users");

    private UsersDatabase() {}

    /** Empties every table of the schema. */
    public static void empty() {
        DATABASE.execute(
                "DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(tablename, ', ')"
                        + " FROM pg_tables WHERE schemaname = 'users'"
                        + " AND tablename <> 'flyway_schema_history'); END $$");
    }

    /** As the owner of the schema, for what the running code never does. */
    public static void execute(String sql) {
        DATABASE.execute(sql);
    }

    public static <T> T query(String sql, Class<T> type) {
        return inTransaction(
                entities -> type.cast(entities.createNativeQuery(sql).getSingleResult()));
    }

    /** As REQUIRES_NEW: committed, or rolled back if it throws. */
    public static <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = FACTORY.createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    public static void run(Consumer<EntityManager> work) {
        inTransaction(
                entities -> {
                    work.accept(entities);
                    return null;
                });
    }
}
