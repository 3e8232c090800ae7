package studio.pingvas.payment.lemonsqueezy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.payment.credits.Ledgers;
import studio.pingvas.payment.subscriptions.TestSubscriptions;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** What each event of the gateway does to tier and credits. */
class GatewayEventsTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");
    private static final long PRO = 103;
    private static final long PRO_YEARLY = 104;
    private static final long STUDIO = 105;
    private static final long PACK_25K = 202;
    private static EntityManagerFactory persistence;

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final String id = GatewayWorld.newId();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(days(10));
    private GatewayWorld world;

    @BeforeAll
    static void openPersistence() {
        persistence = DATABASE.persistence("payments");
    }

    @AfterAll
    static void closePersistence() {
        persistence.close();
    }

    @BeforeEach
    void openWorld() {
        world = new GatewayWorld(persistence);
    }

    @AfterEach
    void theBooksAreRight() {
        world.close();
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void aSubscriptionGivesItsTierAtOnceAndItsCreditsWithThePayment() {
        world.receive(created());
        assertThat(tier()).isEqualTo(Tier.PRO);
        assertThat(plan()).isEqualTo(1_000);
        world.receive(paid());
        assertThat(plan()).isEqualTo(41_000);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.ACTIVE);
        assertThat(view().interval()).isEqualTo(BillingInterval.MONTH);
        assertThat(view().periodStart()).isEqualTo(start);
        assertThat(view().managed()).isTrue();
    }

    @Test
    void aPaymentThatArrivesBeforeItsSubscriptionWaitsForIt() {
        world.receive(paid());
        assertThat(states()).hasToString("[PARKED]");
        world.receive(created());
        assertThat(plan()).isEqualTo(1_000);
        waitForRetry();
        assertThat(states()).hasToString("[DONE, DONE]");
        assertThat(plan()).isEqualTo(41_000);
    }

    @Test
    void theSamePaymentToldWithFreshLinksIsPaidOnce() {
        world.receive(created(), paid(), paid().with("urls", Map.of("invoice_url", "fresh")));
        world.receive(paid().as("subscription_payment_recovered"));
        assertThat(plan()).isEqualTo(41_000);
    }

    @Test
    void aRenewalReplacesWhatIsLeft() {
        world.receive(created(), paid());
        spend(5_000);
        world.receive(renewal(start.plus(days(9))));
        assertThat(plan()).isEqualTo(40_000);
    }

    @Test
    void anEarlierPaymentThatArrivesLateDoesNotAddUp() {
        world.receive(created(), renewal(start.plus(days(9))), paid());
        assertThat(plan()).isEqualTo(40_000);
        assertThat(view().periodStart()).isEqualTo(start.plus(days(9)));
    }

    @Test
    void aTrialHasItsTierAndNoPaidCredits() {
        world.receive(
                created()
                        .with("status", "on_trial")
                        .with("trial_ends_at", start.plus(days(14)).toString()),
                paid().with("total", 0).with("subtotal", 0));
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.TRIAL);
        assertThat(tier()).isEqualTo(Tier.PRO);
        assertThat(plan()).isEqualTo(1_000);
        assertThat(view().periodStart()).isNull();
    }

    @Test
    void aCouponThatPaysEverythingStillBringsTheCredits() {
        world.receive(created(), paid().with("total", 0));
        assertThat(plan()).isEqualTo(41_000);
    }

    @Test
    void aFailedPaymentKeepsTheTierForTheGraceAndBringsNothing() {
        world.receive(created(), paid());
        world.receive(
                renewal(start.plus(days(9)))
                        .as("subscription_payment_failed")
                        .with("status", "pending"),
                created().then("subscription_updated", "past_due", start.plus(days(9))));
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.PAST_DUE);
        assertThat(tier()).isEqualTo(Tier.PRO);
        assertThat(plan()).isEqualTo(41_000);
        assertThat(view().graceEndsAt())
                .isEqualTo(start.atOffset(ZoneOffset.UTC).plusMonths(1).plusDays(14).toInstant());
        assertThat(events("PaymentFailed")).isEqualTo(1);
    }

    @Test
    void aRecoveredPaymentBringsTheCreditsOfThePeriod() {
        Payload failed =
                renewal(start.plus(days(9)))
                        .as("subscription_payment_failed")
                        .with("status", "pending");
        world.receive(
                created(),
                paid(),
                failed,
                created().then("subscription_updated", "past_due", start.plus(days(9))),
                failed.then(
                        "subscription_payment_recovered", "paid", start.plus(days(9).plusHours(1))),
                created().then("subscription_updated", "active", start.plus(days(9).plusHours(1))));
        assertThat(plan()).isEqualTo(40_000);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.ACTIVE);
        assertThat(view().graceEndsAt()).isNull();
    }

    @Test
    void theTierIsGoneWhenTheGraceIsOver() {
        Instant longAgo = start.minus(days(60));
        Payload old = Payload.subscription(id, user, PRO, longAgo);
        world.receive(old, paid(longAgo));
        world.receive(old.then("subscription_updated", "past_due", longAgo.plus(days(31))));
        assertThat(tier()).isEqualTo(Tier.FREE);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.UNPAID);
        assertThat(plan()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"free, PRO", "void, FREE"})
    void aPauseKeepsTheTierOnlyIfItIsForFree(String mode, Tier expected) {
        world.receive(
                created(),
                created()
                        .then("subscription_paused", "paused", start.plus(days(1)))
                        .with("pause", Map.of("mode", mode)));
        assertThat(tier()).isEqualTo(expected);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.PAUSED);
        world.receive(created().then("subscription_unpaused", "active", start.plus(days(2))));
        assertThat(tier()).isEqualTo(Tier.PRO);
    }

    @Test
    void anUnpaidSubscriptionGivesNoTier() {
        world.receive(
                created(), created().then("subscription_updated", "unpaid", start.plus(days(1))));
        assertThat(tier()).isEqualTo(Tier.FREE);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.UNPAID);
    }

    @Test
    void aCancelledSubscriptionIsGoodUntilItsEndAndCanBeResumed() {
        world.receive(created(), paid(), cancelled(Instant.now().plus(days(20))));
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.CANCELLING);
        assertThat(view().endsAt()).isAfter(Instant.now());
        assertThat(tier()).isEqualTo(Tier.PRO);
        assertThat(plan()).isEqualTo(41_000);
        world.receive(created().then("subscription_resumed", "active", start.plus(days(3))));
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.ACTIVE);
        assertThat(view().endsAt()).isNull();
    }

    @Test
    void theEndCountsEvenIfNobodyTellsIt() {
        world.receive(created(), paid(), cancelled(Instant.now().minusSeconds(1)));
        assertThat(tier()).isEqualTo(Tier.FREE);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.EXPIRED);
        assertThat(plan()).isZero();
    }

    @Test
    void anExpiredSubscriptionTakesItsPlanCreditsAlongAndLeavesPurchasedOnes() {
        world.receive(created(), paid(), pack(), expired());
        assertThat(tier()).isEqualTo(Tier.FREE);
        assertThat(ledger.balance(user).plan()).isZero();
        assertThat(ledger.balance(user).purchased()).isEqualTo(25_000);
    }

    @Test
    void creditsStayWhileAnotherSubscriptionPaysForThem() {
        Payload other = Payload.subscription(GatewayWorld.newId(), user, STUDIO, start);
        world.receive(created(), paid(), other, expired());
        assertThat(tier()).isEqualTo(Tier.STUDIO);
        assertThat(plan()).isEqualTo(41_000);
    }

    @Test
    void theBetterOfTwoSubscriptionsCounts() {
        world.receive(created(), Payload.subscription(GatewayWorld.newId(), user, STUDIO, start));
        assertThat(tier()).isEqualTo(Tier.STUDIO);
    }

    @Test
    void anUpgradeIsAtOnceAndItsCreditsComeWithThePartThatIsPaid() {
        world.receive(created(), paid());
        world.receive(
                created()
                        .as("subscription_updated")
                        .with("variant_id", STUDIO)
                        .at(start.plus(days(5))));
        assertThat(tier()).isEqualTo(Tier.STUDIO);
        assertThat(plan()).isEqualTo(41_000);
        world.receive(
                Payload.invoice(GatewayWorld.newId(), id, user, start.plus(days(5)))
                        .with("billing_reason", "updated")
                        .with("subtotal", 3_950));
        assertThat(plan()).isEqualTo(41_000 + 60_000);
        assertThat(view().periodStart()).isEqualTo(start);
    }

    @Test
    void aDowngradeKeepsWhatIsLeftUntilTheNextPeriod() {
        world.receive(created(), paid());
        world.receive(
                created()
                        .as("subscription_updated")
                        .with("variant_id", 101)
                        .at(start.plus(days(5))));
        assertThat(tier()).isEqualTo(Tier.STARTER);
        assertThat(plan()).isEqualTo(41_000);
        world.receive(renewal(start.plus(days(9))));
        assertThat(plan()).isEqualTo(10_000);
    }

    @Test
    void aPaidYearBringsItsFirstMonth() {
        world.receive(
                Payload.subscription(id, user, PRO_YEARLY, start), paid().with("subtotal", 29_000));
        assertThat(plan()).isEqualTo(41_000);
        assertThat(view().interval()).isEqualTo(BillingInterval.YEAR);
    }

    @Test
    void aCreditPackIsPurchasedOnceAndItsOrderOfAPlanGivesNothing() {
        world.receive(pack(), pack().with("order_number", 8));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 25_000, 0, 0));
        world.receive(Payload.order(GatewayWorld.newId(), user, PRO, start));
        assertThat(ledger.balance(user).purchased()).isEqualTo(25_000);
    }

    @Test
    void anOrderThatIsNotPaidGivesNothingYet() {
        Payload pending = pack().with("status", "pending");
        world.receive(pending);
        assertThat(ledger.balance(user).purchased()).isZero();
        world.receive(pending.then("order_created", "paid", start.plusSeconds(60)));
        assertThat(ledger.balance(user).purchased()).isEqualTo(25_000);
    }

    @Test
    void aRefundInPartsTakesBackEachPartOnceInFavourOfTheCustomer() {
        Payload third = refunded(pack(), "order_refunded", 833, 60);
        world.receive(pack(), third, third.with("order_number", 9));
        assertThat(ledger.balance(user).purchased()).isEqualTo(25_000 - 8_330);
        world.receive(refunded(pack(), "order_refunded", 2_500, 120));
        assertThat(ledger.balance(user).purchased()).isZero();
        assertThat(ledger.balance(user).debt()).isZero();
    }

    @Test
    void aRefundOfWhatIsSpentIsADebtThatLaterCreditsPay() {
        Payload bought = pack();
        world.receive(bought);
        spend(20_000);
        world.receive(refunded(bought, "order_refunded", 2_500, 60));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 0, 19_000));
        world.receive(Payload.order(GatewayWorld.newId(), user, PACK_25K, start));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 6_000, 0, 0));
    }

    @Test
    void aRefundOfThePeriodTakesCreditsAndTierUntilTheNextPayment() {
        world.receive(created(), paid());
        spend(30_000);
        Payload refund = refunded(paid(), "subscription_payment_refunded", 3_451, 60);
        world.receive(refund.with("status", "refunded"));
        assertThat(tier()).isEqualTo(Tier.FREE);
        assertThat(view().status()).isEqualTo(SubscriptionView.Status.UNPAID);
        assertThat(ledger.balance(user).plan()).isZero();
        assertThat(ledger.balance(user).debt()).isEqualTo(40_000 - 11_000);
        world.receive(renewal(start.plus(days(9))));
        assertThat(tier()).isEqualTo(Tier.PRO);
        assertThat(plan()).isEqualTo(11_000);
    }

    @Test
    void whatExpiredUnusedIsNotTakenBackAgain() {
        world.receive(created(), paid());
        spend(11_000);
        world.receive(expired());
        world.receive(refunded(paid(), "subscription_payment_refunded", 3_451, 864_000));
        assertThat(ledger.balance(user).debt()).isEqualTo(10_000);
    }

    @Test
    void aRefundThatIsToldBeforeThePaymentLeavesNothing() {
        world.receive(created(), refunded(paid(), "subscription_payment_refunded", 3_451, 60));
        world.receive(paid());
        assertThat(plan()).isEqualTo(1_000);
        assertThat(tier()).isEqualTo(Tier.FREE);
    }

    @Test
    void eachChangeIsToldToOtherModulesOnce() {
        world.receive(created(), created().as("subscription_updated"), paid());
        assertThat(events("SubscriptionChanged")).isEqualTo(1);
        world.receive(expired(), expired().with("user_name", "Ann"));
        assertThat(events("SubscriptionChanged")).isEqualTo(2);
    }

    @Test
    void theOwnerStaysWhoeverALaterReportNames() {
        world.receive(created());
        UUID stranger = Uuid7.create();
        Payload stolen = Payload.subscription(id, stranger, STUDIO, start).at(start.plus(days(1)));
        world.receive(stolen);
        assertThat(tier()).isEqualTo(Tier.STUDIO);
        assertThat(viewOf(stranger).status()).isEqualTo(SubscriptionView.Status.NONE);
    }

    private Payload created() {
        return Payload.subscription(id, user, PRO, start);
    }

    private Payload paid() {
        return paid(start);
    }

    private Payload paid(Instant at) {
        return Payload.invoice("1" + id, id, user, at);
    }

    private Payload renewal(Instant at) {
        return Payload.invoice("2" + id, id, user, at).with("billing_reason", "renewal");
    }

    private Payload cancelled(Instant endsAt) {
        return created()
                .then("subscription_cancelled", "cancelled", start.plus(days(2)))
                .with("ends_at", endsAt.toString());
    }

    private Payload expired() {
        return created()
                .then("subscription_expired", "expired", start.plus(days(8)))
                .with("ends_at", start.plus(days(8)).toString());
    }

    private Payload pack() {
        return Payload.order("3" + id, user, PACK_25K, start);
    }

    private Payload refunded(Payload payment, String event, long cents, long later) {
        return payment.as(event).with("refunded_amount", cents).at(start.plusSeconds(later));
    }

    private void spend(long credits) {
        UUID job = Uuid7.create();
        ledger.reserve(user, job, credits);
        ledger.settle(job, credits);
    }

    private void waitForRetry() {
        DATABASE.execute(
                "update webhook_inbox set next_attempt_at = now() where next_attempt_at is not"
                        + " null");
        world.workOff();
    }

    private Tier tier() {
        return view().plan().tier();
    }

    private SubscriptionView view() {
        return viewOf(user);
    }

    private SubscriptionView viewOf(UUID userId) {
        world.entities.clear();
        return TestSubscriptions.current(world.entities).viewOf(userId);
    }

    private long plan() {
        return ledger.balance(user).plan();
    }

    private List<?> states() {
        return world.entities
                .createNativeQuery(
                        "select state from webhook_inbox where data_id like ?1 order by id")
                .setParameter(1, "%" + id)
                .getResultList();
    }

    private long events(String type) {
        return ((Number)
                        world.entities
                                .createNativeQuery(
                                        "select count(*) from outgoing_event where type = ?1"
                                                + " and body like ?2")
                                .setParameter(1, type)
                                .setParameter(2, "%" + user + "%")
                                .getSingleResult())
                .longValue();
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }
}
