package studio.pingvas.payment.lemonsqueezy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** The gateway promises no order: every order of the same reports ends the same. */
class EventOrderTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.MICROS).minus(Duration.ofDays(40));
    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @Test
    void all120OrdersOfALifeEndTheSame() {
        Map<List<Integer>, String> ends = new LinkedHashMap<>();
        for (List<Integer> order : ordersOf(List.of(0, 1, 2, 3, 4))) {
            ends.put(order, endOf(order, false));
        }
        assertThat(ends).hasSize(120);
        assertThat(ends.values()).allMatch(ends.values().iterator().next()::equals);
        assertThat(ends.values().iterator().next())
                .contains("expired", "plan=0", "granted=41000", "expired=41000");
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void theyEndTheSameIfAllTellTheSameTime() {
        Map<List<Integer>, String> ends = new LinkedHashMap<>();
        List<List<Integer>> orders = ordersOf(List.of(0, 1, 2, 3, 4));
        for (int i = 0; i < orders.size(); i += 7) {
            ends.put(orders.get(i), endOf(orders.get(i), true));
        }
        assertThat(ends).hasSize(18);
        assertThat(ends.values()).allMatch(ends.values().iterator().next()::equals);
    }

    private String endOf(List<Integer> order, boolean sameTime) {
        UUID user = Uuid7.create();
        String id = GatewayWorld.newId();
        List<Payload> life = lifeOf(id, user, sameTime);
        try (GatewayWorld world = new GatewayWorld(persistence)) {
            order.forEach(number -> world.receive(life.get(number)));
            DATABASE.execute(
                    "update webhook_inbox set next_attempt_at = now()"
                            + " where next_attempt_at is not null");
            world.workOff();
            Object[] row =
                    (Object[])
                            world.entities
                                    .createNativeQuery(STATE)
                                    .setParameter(1, user)
                                    .getSingleResult();
            return "%s %s %s %s ends=%s start=%s closed=%s invoice=%s granted=%s expired=%s plan=%s"
                    .formatted(row);
        }
    }

    private static List<Payload> lifeOf(String id, UUID user, boolean sameTime) {
        Payload created = Payload.subscription(id, user, 103, START);
        List<Payload> life =
                List.of(
                        created,
                        created.as("subscription_updated").at(at(5)),
                        Payload.invoice("1" + id, id, user, START.plusSeconds(2)),
                        created.then("subscription_cancelled", "cancelled", at(6))
                                .with("ends_at", at(30).toString()),
                        created.then("subscription_expired", "expired", at(30))
                                .with("ends_at", at(30).toString()));
        return sameTime ? life.stream().map(each -> each.at(at(5))).toList() : life;
    }

    private static Instant at(long days) {
        return START.plus(Duration.ofDays(days));
    }

    private static List<List<Integer>> ordersOf(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : numbers) {
            List<Integer> others = new ArrayList<>(numbers);
            others.remove(first);
            for (List<Integer> rest : ordersOf(others)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private static final String STATE =
            """
            SELECT s.tier, s.status, s.billing_interval, s.source_updated_at, s.ends_at,
                s.period_start, s.closed_at IS NOT NULL,
                (SELECT status || ' ' || credits || ' ' || credits_taken_back FROM invoice
                    WHERE subscription_id = s.id),
                (SELECT sum(amount) FROM transfer t
                    WHERE t.user_id = s.user_id AND source = 'granted'),
                (SELECT sum(amount) FROM transfer t
                    WHERE t.user_id = s.user_id AND target = 'expired'),
                a.plan
            FROM subscription s JOIN credit_account a USING (user_id) WHERE s.user_id = ?1
            """;
}
