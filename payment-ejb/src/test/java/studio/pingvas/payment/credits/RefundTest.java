package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static studio.pingvas.contracts.payment.CreditBucket.PLAN;
import static studio.pingvas.contracts.payment.CreditBucket.PURCHASED;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Money that goes back takes its credits with it, also those that were spent. */
class RefundTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final UUID job = Uuid7.create();
    private final String refund = "refund:" + user;

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void unspentCreditsAreTakenFromTheirBucket() {
        buy(500);
        ledger.takeBack(user, PURCHASED, 500, refund, "Refund of the credit pack");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));
        assertThat(ledger.history(user, null, 1).items())
                .extracting(Entry::amount, Entry::type, Entry::description)
                .containsExactly(tuple(-500L, "refund", "Refund of the credit pack"));
    }

    @Test
    void spentCreditsAreTakenFromTheOtherBucket() {
        buy(500);
        spend(1_200);
        ledger.takeBack(user, PLAN, 200, refund, "");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 100, 0));
    }

    @Test
    void whatIsNowhereBecomesADebtAndIsShown() {
        spend(900);
        ledger.takeBack(user, PLAN, 1_000, refund, "Refund of the plan");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 0, 900));
        assertThat(ledger.history(user, null, 2).items())
                .extracting(Entry::amount, Entry::type, Entry::balanceAfter)
                .containsExactly(tuple(0L, "refund", 0L), tuple(-100L, "refund", 0L));
    }

    @Test
    void aRefundThatIsToldAgainHasNoSecondEffect() {
        buy(500);
        for (int i = 0; i < 3; i++) {
            ledger.takeBack(user, PURCHASED, 300, refund, "");
        }
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 200, 0));
        spend(1_200);
        for (int i = 0; i < 3; i++) {
            ledger.takeBack(user, PURCHASED, 50, refund + ":2", "");
        }
        assertThat(ledger.balance(user).debt()).isEqualTo(50);
    }

    @Test
    void whateverComesInPaysTheDebtFirst() {
        oweAThousand();
        buy(300);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 0, 700));
        ledger.renewPlan(user, 600, "invoice:" + user, "Month");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 0, 100));
        ledger.grant(user, PLAN, 250, "gift:" + user, "Gift");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(150, 0, 0));
        assertThat(ledger.history(user, null, 2).items())
                .extracting(Entry::amount, Entry::type, Entry::balanceAfter)
                .containsExactly(
                        tuple(-100L, "refund", 150L), tuple(250L, "subscription_grant", 250L));
    }

    @Test
    void whoOwesCannotSpend() {
        oweAThousand();
        buy(300);
        assertThatThrownBy(() -> ledger.reserve(user, job, 1))
                .isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void heldCreditsAreNeitherTakenNorAWayOut() {
        buy(500);
        ledger.reserve(user, job, 1_300);
        ledger.takeBack(user, PLAN, 1_000, refund, "");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 1_300, 800));
        ledger.release(job);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(200, 300, 0));
    }

    @Test
    void whatAChargeReturnsPaysTheDebt() {
        ledger.reserve(user, job, 1_000);
        ledger.takeBack(user, PLAN, 1_000, refund, "");
        ledger.settle(job, 400);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 0, 0, 400));
    }

    @Test
    void aKeyOfAnotherUserIsRefused() {
        ledger.takeBack(user, PLAN, 1, refund, "");
        assertThatThrownBy(() -> ledger.takeBack(Uuid7.create(), PLAN, 1, refund, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.takeBack(user, PLAN, 0, refund + ":2", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void oweAThousand() {
        spend(1_000);
        ledger.takeBack(user, PLAN, 1_000, refund, "");
    }

    private void buy(long credits) {
        ledger.grant(user, PURCHASED, credits, "order:" + user, "Credit pack");
    }

    private void spend(long credits) {
        UUID spent = Uuid7.create();
        ledger.reserve(user, spent, credits);
        ledger.settle(spent, credits);
    }
}
