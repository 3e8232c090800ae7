package studio.pingvas.payment.lemonsqueezy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** The checker finds each thing that can be wrong between payments and credits. */
class PaymentProblemTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final UUID USER = Uuid7.create();
    private static final String ID = GatewayWorld.newId();
    private static EntityManagerFactory persistence;

    @BeforeAll
    static void aLifeWithARefund() {
        persistence = DATABASE.persistence("payments");
        Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(10));
        Payload created = Payload.subscription(ID, USER, 103, start);
        Payload paid = Payload.invoice("1" + ID, ID, USER, start);
        try (GatewayWorld world = new GatewayWorld(persistence)) {
            world.receive(
                    created,
                    paid,
                    paid.as("subscription_payment_refunded")
                            .with("refunded_amount", 1_000)
                            .at(start.plusSeconds(60)),
                    created.then("subscription_updated", "past_due", start.plusSeconds(70)));
        }
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @Test
    void thereIsNoneWhereAllIsRight() throws SQLException {
        assertThat(problemsAfter("select 1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void eachWrongIsFound(String wrong, String sentence) throws SQLException {
        assertThat(problemsAfter(wrong.replace("$id", ID)))
                .anyMatch(problem -> problem.contains(sentence.replace("$id", ID)));
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                arguments(
                        "update invoice set credits = 39999 where source_id = '1$id'",
                        "Payment ls_invoice:1$id of user " + USER + " says 39999 credits"),
                arguments(
                        "update invoice set user_id = gen_random_uuid() where source_id = '1$id'",
                        "says 40000 credits, its transfer gives 40000 to user " + USER),
                arguments(
                        "update transfer set key = 'x' where key = 'ls_invoice:1$id'",
                        "its transfer gives 0"),
                arguments(
                        "delete from invoice where source_id = '1$id'",
                        "Transfer ls_invoice:1$id of user "
                                + USER
                                + " gives credits for a payment"),
                arguments(
                        "update invoice set credits = 0, credits_taken_back = 0"
                                + " where source_id = '1$id'",
                        "was paid and gave nothing"),
                arguments(
                        "update invoice set credits_taken_back = 1 where source_id = '1$id'",
                        "says 1 credits were taken back"),
                arguments(
                        "delete from invoice where source_id = '1$id'",
                        "Transfers take credits back for payment ls_invoice:1$id"),
                arguments(
                        "update subscription set source_updated_at = source_updated_at"
                                + " - interval '1 second' where source_id = '$id'",
                        "follows the report of"),
                arguments(
                        "update subscription set status = 'active' where source_id = '$id'",
                        "is active, its newest report says past_due"));
    }

    /** In a transaction that is rolled back: other tests share the database. */
    private static List<String> problemsAfter(String sql) throws SQLException {
        try (Connection connection = DATABASE.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            List<String> problems = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select problem from payment_problem")) {
                while (row.next()) {
                    problems.add(row.getString(1));
                }
            }
            connection.rollback();
            return problems;
        }
    }
}
