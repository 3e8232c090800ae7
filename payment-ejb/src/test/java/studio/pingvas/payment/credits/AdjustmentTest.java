package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static studio.pingvas.contracts.payment.CreditBucket.PLAN;
import static studio.pingvas.contracts.payment.CreditBucket.PURCHASED;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** An administrator corrects a balance, and says why. */
class AdjustmentTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final UUID admin = Uuid7.create();
    private final UUID id = Uuid7.create();

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void creditsAreAddedAndTakenWithTheReasonInTheHistory() {
        adjust(Uuid7.create(), PURCHASED, 500);
        adjust(id, PLAN, -300);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(700, 500, 0));
        assertThat(ledger.history(user, null, 2).items())
                .extracting(Entry::amount, Entry::type, Entry::description)
                .containsExactly(
                        tuple(-300L, "adjustment", "Power cut on Monday"),
                        tuple(500L, "adjustment", "Power cut on Monday"));
    }

    @Test
    void theSameCorrectionIsMadeOnce() {
        adjust(id, PLAN, -300);
        adjust(id, PLAN, -300);
        assertThat(ledger.balance(user).plan()).isEqualTo(700);
    }

    @Test
    void anIdCannotBecomeAnotherCorrection() {
        adjust(id, PLAN, 300);
        assertThatThrownBy(() -> adjust(id, PLAN, 301))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThatThrownBy(() -> adjust(id, PURCHASED, 300))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThatThrownBy(() -> ledger.adjust(new Adjustment(id, user, PLAN, 300, "x", admin)))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThatThrownBy(
                        () ->
                                ledger.adjust(
                                        new Adjustment(
                                                id,
                                                Uuid7.create(),
                                                PLAN,
                                                300,
                                                "Power cut on Monday",
                                                admin)))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_300, 0, 0));
    }

    @Test
    void noMoreIsTakenThanIsInTheBucket() {
        adjust(Uuid7.create(), PURCHASED, 500);
        assertThatThrownBy(() -> adjust(id, PURCHASED, -501))
                .isInstanceOfSatisfying(
                        InsufficientCreditsException.class,
                        e ->
                                assertThat(e.details())
                                        .isEqualTo(
                                                Map.of(
                                                        "credits_required", 501L,
                                                        "credits_available", 500L)));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 500, 0));
    }

    @Test
    void anAdjustmentPaysADebtFirst() {
        ledger.takeBack(user, PLAN, 1_200, "refund:" + user, "");
        adjust(id, PURCHASED, 500);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 300, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000_001, -1_000_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
    void anAmountHasBounds(long credits) {
        assertThatThrownBy(() -> adjust(id, PLAN, credits))
                .isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 301})
    void aReasonHasOneToThreeHundredCharacters(int length) {
        Adjustment adjustment = new Adjustment(id, user, PLAN, 5, "x".repeat(length), admin);
        assertThatThrownBy(() -> ledger.adjust(adjustment))
                .isInstanceOf(InvalidRequestException.class);
    }

    private void adjust(UUID id, CreditBucket bucket, long credits) {
        ledger.adjust(new Adjustment(id, user, bucket, credits, "Power cut on Monday", admin));
    }
}
