package studio.pingvas.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

class ErasuresTest {
    private static final TestDatabase DATABASE = TestDatabase.of("models");

    private final UUID ann = Uuid7.create();
    private final UUID bob = Uuid7.create();
    private final Erasures erasures = new Erasures(DATABASE.role());

    @BeforeAll
    static void createTable() throws IOException {
        DATABASE.execute("DROP TABLE IF EXISTS models.erasure");
        DATABASE.execute(definition());
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("TRUNCATE models.erasure");
    }

    @Test
    void everyModuleThatErasesHasTheSameTable() throws IOException {
        try (Stream<Path> files =
                Files.find(
                        Path.of(".."),
                        7,
                        (file, is) ->
                                file.toString().contains("src/main/resources/db")
                                        && file.toString().endsWith("__create_erasure.sql"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            assertThat(texts).hasSizeGreaterThan(1).containsOnly(definition());
        }
    }

    @Test
    void orderIsCarriedOutUntilNothingIsLeft() {
        erasures.order(ann);
        erasures.order(ann);
        AtomicInteger left = new AtomicInteger(5);

        erasures.carryOut(user -> user.equals(ann) && left.decrementAndGet() > 0);

        assertThat(left).hasValue(0);
    }

    @Test
    void orderStaysOpenForWhatComesLateAndIsClosedThen() throws SQLException {
        erasures.order(ann);
        erasures.carryOut(user -> false);
        assertThat(open()).isOne();

        assertThat(carriedOut()).isZero();
        later("1 minute");
        assertThat(carriedOut()).isOne();
        assertThat(open()).isOne();

        later("10 minutes");
        assertThat(carriedOut()).isOne();
        assertThat(open()).isZero();
        assertThat(carriedOut()).isZero();
    }

    @Test
    void whatFailsIsTriedAgainAndHoldsUpNobody() {
        erasures.order(ann);
        erasures.order(bob);
        List<UUID> seen = new ArrayList<>();

        erasures.carryOut(
                user -> {
                    seen.add(user);
                    if (user.equals(ann)) {
                        throw new IllegalStateException("not now");
                    }
                    return false;
                });
        assertThat(seen).containsExactly(ann, bob);

        later("1 minute");
        assertThat(carriedOut()).isEqualTo(2);
    }

    @Test
    void nodesDoNotCarryOutTheSameOrderAtOnce() throws Exception {
        erasures.order(ann);
        AtomicInteger steps = new AtomicInteger();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                running.add(
                        nodes.submit(
                                () ->
                                        new Erasures(DATABASE.role())
                                                .carryOut(user -> steps.incrementAndGet() < 0)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(steps).hasValue(1);
    }

    @Test
    void closedOrdersAreForgottenAfterMonthsAndOpenOnesNever() throws SQLException {
        erasures.order(ann);
        later("10 minutes");
        erasures.carryOut(user -> false);
        erasures.order(bob);
        DATABASE.execute(
                "UPDATE models.erasure SET done_at = done_at - interval '91 days',"
                        + " ordered_at = ordered_at - interval '91 days'");

        erasures.forgetOld();

        assertThat(count("true")).isOne();
        assertThat(open()).isOne();
    }

    private int carriedOut() {
        AtomicInteger steps = new AtomicInteger();
        erasures.carryOut(user -> steps.incrementAndGet() < 0);
        return steps.get();
    }

    private static void later(String interval) {
        DATABASE.execute(
                "UPDATE models.erasure SET ordered_at = ordered_at - interval '%s',"
                                .formatted(interval)
                        + " claimed_until = claimed_until - interval '%s'".formatted(interval));
    }

    private static long open() throws SQLException {
        return count("done_at IS NULL");
    }

    private static long count(String condition) throws SQLException {
        try (Connection connection = DATABASE.role().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM erasure WHERE " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String definition() throws IOException {
        try (InputStream sql =
                ErasuresTest.class.getResourceAsStream("/database/create_erasure.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
