package studio.pingvas.payment.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** What happens when the time has come; each task is run twice, as a cluster may do. */
class DueSubscriptionsTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private EntityManager entities;
    private DueSubscriptions due;

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @BeforeEach
    void wire() {
        // What other tests left behind is not due here.
        DATABASE.execute(
                "update subscription set closed_at = now(), next_grant_at = null"
                        + " where closed_at is null");
        entities = persistence.createEntityManager();
        due = TestSubscriptions.due(entities);
    }

    @AfterEach
    void theBooksAreRight() {
        entities.close();
        assertThat(ledger.check().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'expired'",
                "status = 'cancelling', ends_at = now() - interval '1 second'",
                "status = 'active', ends_at = now() - interval '1 second'",
                "status = 'past_due', grace_ends_at = now() - interval '1 second'",
                "status = 'unpaid', grace_ends_at = now() - interval '1 second'"
            })
    void whatIsOverIsClosedOnceWithItsCreditsAndTold(String state) {
        subscribe("pro", "lemonsqueezy", state);
        ledger.grant(user, CreditBucket.PLAN, 40_000, "paid:" + user, "A month");
        ledger.grant(user, CreditBucket.PURCHASED, 7, "bought:" + user, "A pack");
        closeTwice();
        assertThat(ledger.balance(user).plan()).isZero();
        assertThat(ledger.balance(user).purchased()).isEqualTo(7);
        assertThat(mine("count(*) filter (where closed_at is not null)")).isEqualTo(1L);
        assertThat(told()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'active'",
                "status = 'cancelling', ends_at = now() + interval '1 minute'",
                "status = 'past_due', grace_ends_at = now() + interval '1 minute'",
                "status = 'paused', pause_mode = 'void'"
            })
    void whatGoesOnStaysOpen(String state) {
        subscribe("pro", "lemonsqueezy", state);
        closeTwice();
        assertThat(mine("count(*) filter (where closed_at is null)")).isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "billing_interval = 'year', 40000",
        "source = 'contract', 40000",
        "source = 'contract' | credits_per_month = 55, 55",
        "source = 'bootstrap', 40000"
    })
    void aMonthThatNoPaymentBringsComesOnItsDayOnce(String terms, long credits) {
        subscribe("pro", "lemonsqueezy", terms.replace(" |", ","));
        startedMonthsAgo(1);
        ledger.grant(user, CreditBucket.PLAN, 40_000, "paid:" + user, "A month");
        giveMonthsTwice();
        assertThat(ledger.balance(user).plan()).isEqualTo(credits);
        assertThat(mine("bool_and(next_grant_at = period_start + interval '2 months')"))
                .isEqualTo(true);
    }

    @Test
    void monthsThatWereMissedAreNotAddedUp() {
        subscribe("pro", "contract", "source = 'contract'");
        startedMonthsAgo(5);
        giveMonthsTwice();
        assertThat(ledger.balance(user).plan()).isEqualTo(40_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'past_due', grace_ends_at = now() + interval '1 day'",
                "status = 'paused', pause_mode = 'free'",
                "status = 'expired'",
                "ends_at = now() - interval '1 second'",
                "period_refunded = true",
                "period_start = now() - interval '13 months'",
                "next_grant_at = now() + interval '1 minute'"
            })
    void noMonthComesWhereNothingWasPaidOrTheDayIsNotThere(String state) {
        subscribe("pro", "lemonsqueezy", "billing_interval = 'year'");
        startedMonthsAgo(1);
        change(state);
        giveMonthsTwice();
        assertThat(ledger.balance(user).plan()).isEqualTo(1_000);
    }

    @Test
    void aMonthDoesNotExpireWhatAnotherSubscriptionPaysFor() {
        subscribe("pro", "lemonsqueezy", "status = 'active'");
        subscribe("enterprise", "contract", "source = 'contract'");
        DATABASE.execute(
                "update subscription set next_grant_at = now() where tier = 'enterprise' and"
                        + " user_id = '%s'".formatted(user));
        ledger.grant(user, CreditBucket.PLAN, 40_000, "paid:" + user, "A month");
        giveMonthsTwice();
        assertThat(ledger.balance(user).plan()).isEqualTo(41_000 + 600_000);
    }

    @Test
    void aFreeAccountIsFilledUpOnceAMonth() {
        spendAll();
        giveFreeMonthsTwice();
        assertThat(ledger.balance(user).plan()).isZero();
        openedLastMonth();
        giveFreeMonthsTwice();
        assertThat(ledger.balance(user).plan()).isEqualTo(1_000);
        spendAll();
        giveFreeMonthsTwice();
        assertThat(ledger.balance(user).plan()).isZero();
    }

    @Test
    void whoeverHasSpentNothingGetsNothingAndCostsNothing() {
        ledger.balance(user);
        openedLastMonth();
        giveFreeMonthsTwice();
        assertThat(one("select count(*) from transfer where user_id = '%s'".formatted(user)))
                .isEqualTo(1L);
    }

    @Test
    void aSubscriberAndAnErasedUserGetNoFreeMonth() {
        spendAll();
        openedLastMonth();
        subscribe("pro", "lemonsqueezy", "status = 'active'");
        giveFreeMonthsTwice();
        DATABASE.execute("delete from subscription where user_id = '%s'".formatted(user));
        DATABASE.execute("insert into erasure (user_id) values ('%s')".formatted(user));
        giveFreeMonthsTwice();
        assertThat(ledger.balance(user).plan()).isZero();
    }

    @Test
    void oneThatFailsKeepsNobodyElseFromItsTurn() {
        UUID bad = Uuid7.create();
        UUID good = Uuid7.create();
        List<UUID> left = new ArrayList<>(List.of(bad, good));
        Consumer<UUID> work =
                each -> {
                    if (each.equals(bad)) {
                        throw new IllegalStateException("as expected");
                    }
                    left.remove(each);
                };
        assertThatThrownBy(() -> DueWork.doAll(limit -> List.copyOf(left), work))
                .hasMessageContaining("1 of 2 failed");
        assertThat(left).containsExactly(bad);
    }

    private void closeTwice() {
        List<UUID> over = inTransaction(() -> due.over(100));
        over.forEach(each -> inTransaction(() -> close(each)));
        over.forEach(each -> inTransaction(() -> close(each)));
        assertThat(inTransaction(() -> due.over(100))).isEmpty();
    }

    private Void close(UUID each) {
        due.close(each);
        return null;
    }

    private void giveMonthsTwice() {
        List<UUID> waiting = inTransaction(() -> due.withoutMonth(100));
        for (int i = 0; i < 2; i++) {
            waiting.forEach(
                    each ->
                            inTransaction(
                                    () -> {
                                        due.giveMonth(each);
                                        return null;
                                    }));
        }
        assertThat(inTransaction(() -> due.withoutMonth(100))).isEmpty();
    }

    private void giveFreeMonthsTwice() {
        List<UUID> waiting = inTransaction(() -> due.withoutFreeMonth(10_000));
        for (int i = 0; i < 2; i++) {
            waiting.forEach(
                    each ->
                            inTransaction(
                                    () -> {
                                        due.giveFreeMonth(each);
                                        return null;
                                    }));
        }
        assertThat(inTransaction(() -> due.withoutFreeMonth(10_000))).isEmpty();
    }

    private <T> T inTransaction(Supplier<T> work) {
        entities.getTransaction().begin();
        T result = work.get();
        entities.getTransaction().commit();
        entities.clear();
        return result;
    }

    private void subscribe(String tier, String source, String state) {
        DATABASE.execute(
                """
                insert into subscription (id, user_id, tier, status, source, source_id,
                    last_grant_key, source_updated_at)
                values (gen_random_uuid(), '%s', '%s', 'active', '%s', gen_random_uuid(),
                    'paid:%s', now())
                """
                        .formatted(user, tier, source, user));
        DATABASE.execute(
                "update subscription set %s where tier = '%s' and user_id = '%s'"
                        .formatted(state, tier, user));
    }

    private void change(String state) {
        DATABASE.execute("update subscription set %s where user_id = '%s'".formatted(state, user));
    }

    private Object mine(String expression) {
        return one("select %s from subscription where user_id = '%s'".formatted(expression, user));
    }

    private void startedMonthsAgo(int months) {
        change(
                """
                started_at = now() - interval '%d months',
                    period_start = now() - interval '%1$d months',
                    next_grant_at = now() - interval '%1$d months' + interval '1 month'
                """
                        .formatted(months));
    }

    private void spendAll() {
        UUID job = Uuid7.create();
        long all = ledger.balance(user).available();
        ledger.reserve(user, job, all);
        ledger.settle(job, all);
    }

    private void openedLastMonth() {
        DATABASE.execute(
                "update credit_account set opened_at = now() - interval '32 days' where user_id ="
                        + " '%s'".formatted(user));
    }

    private long told() {
        return (long)
                one(
                        "select count(*) from outgoing_event where type = 'SubscriptionChanged'"
                                + " and body like '%"
                                + user
                                + "%'");
    }

    private Object one(String sql) {
        entities.clear();
        return entities.createNativeQuery(sql).getSingleResult();
    }
}
