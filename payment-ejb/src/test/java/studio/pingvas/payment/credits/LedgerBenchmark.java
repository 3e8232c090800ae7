package studio.pingvas.payment.credits;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.LedgerReport;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.benchmark.BenchmarkDatabase;
import studio.pingvas.platform.benchmark.Load;
import studio.pingvas.platform.benchmark.Machine;
import studio.pingvas.platform.database.SchemaMigration;

/** {@code ./studio bench ledger}: jobs a second on one database, and how long its proof takes. */
class LedgerBenchmark {
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final int MOST_USERS = 64;
    private static final int USERS_OF_CHECK = 1_000_000 / FilledLedger.TRANSFERS_OF_A_USER;

    private final BenchmarkDatabase database = BenchmarkDatabase.started();
    private final DataSource owner = database.as("payments_owner");

    @Test
    void measure() throws Exception {
        SchemaMigration.migrate(owner, "payments", getClass().getClassLoader());
        print(Machine.describe());
        print(settings());
        print("");
        print(Load.header());
        try (Connections.Pool pool = Connections.pool(database.as("payments"), MOST_USERS)) {
            measureFloor(pool.source());
            CreditLedger ledger = Ledgers.on(pool.source());
            for (int users : List.of(1, 16, MOST_USERS)) {
                IntFunction<Runnable> user = number -> jobsOf(ledger, richUser(ledger));
                print(load(users, user).line("reserve and settle, an account each"));
            }
            UUID shared = richUser(ledger);
            print(
                    load(MOST_USERS, number -> jobsOf(ledger, shared))
                            .line("reserve and settle, one account for all"));
            print("");
            measureCheck(ledger);
        }
    }

    /** The least that anything durable can cost here: a transaction number and its commit. */
    private void measureFloor(DataSource source) throws Exception {
        for (int users : List.of(1, 16, MOST_USERS)) {
            print(load(users, number -> () -> emptyCommit(source)).line("empty commit"));
        }
    }

    private void measureCheck(CreditLedger ledger) throws SQLException {
        FilledLedger.write(owner, USERS_OF_CHECK);
        for (int run = 1; run <= 3; run++) {
            long begin = System.nanoTime();
            LedgerReport report = ledger.check();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            print(
                    "check %d: %d ms, %d transfers, %d problems"
                            .formatted(run, millis, report.transfers(), report.problems().size()));
        }
    }

    private Load load(int users, IntFunction<Runnable> user) throws Exception {
        return Load.of(users, LENGTH, user, database::cpu);
    }

    private static UUID richUser(CreditLedger ledger) {
        UUID user = Uuid7.create();
        ledger.grant(user, CreditBucket.PURCHASED, 1_000_000_000, "order:" + user, "Benchmark");
        return user;
    }

    private static Runnable jobsOf(CreditLedger ledger, UUID user) {
        return () -> {
            UUID job = Uuid7.create();
            ledger.reserve(user, job, 2);
            ledger.settle(job, 1);
        };
    }

    private static void emptyCommit(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_current_xact_id()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String settings() throws SQLException {
        StringBuilder settings = new StringBuilder("PostgreSQL");
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT name, current_setting(name) FROM pg_settings
                                WHERE name IN ('server_version', 'fsync', 'synchronous_commit',
                                    'shared_buffers', 'work_mem', 'max_connections')
                                """)) {
            while (row.next()) {
                settings.append(", ").append(row.getString(1)).append(' ').append(row.getString(2));
            }
        }
        return settings.toString();
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
