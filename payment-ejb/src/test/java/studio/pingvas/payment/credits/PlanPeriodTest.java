package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Plan credits live as long as their period, purchased ones for ever. */
class PlanPeriodTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final UUID job = Uuid7.create();
    private final String march = "invoice:march:" + user;
    private final String april = "invoice:april:" + user;

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void aRenewalReplacesWhatIsLeftAndLeavesPurchasedCredits() {
        buy(500);
        ledger.renewPlan(user, 40_000, march, "Pro, March");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(40_000, 500, 0));
        assertThat(ledger.history(user, null, 10).items())
                .extracting(Entry::amount, Entry::type, Entry::description, Entry::balanceAfter)
                .startsWith(
                        tuple(40_000L, "subscription_grant", "Pro, March", 40_500L),
                        tuple(-1_000L, "expiry", "Unused credits of the period before", 500L));
    }

    @Test
    void aRenewalThatIsToldAgainHasNoSecondEffect() {
        ledger.renewPlan(user, 40_000, march, "Pro, March");
        spend(300);
        ledger.renewPlan(user, 40_000, march, "Pro, March");
        assertThat(ledger.balance(user).plan()).isEqualTo(39_700);
        ledger.renewPlan(user, 40_000, april, "Pro, April");
        ledger.renewPlan(user, 40_000, march, "Pro, March");
        assertThat(ledger.balance(user).plan()).isEqualTo(40_000);
    }

    @Test
    void anExpiredPlanLeavesPurchasedCreditsOnly() {
        buy(500);
        ledger.expirePlan(user, "end:" + user, "The subscription has ended");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 500, 0));
        assertThat(ledger.history(user, null, 1).items())
                .extracting(Entry::amount, Entry::type, Entry::description)
                .containsExactly(tuple(-1_000L, "expiry", "The subscription has ended"));
    }

    /** Also when it had nothing to take the first time, and left no transfer. */
    @Test
    void anEndThatIsToldAgainDoesNotTakeWhatCameSince() {
        spend(1_000);
        ledger.expirePlan(user, "end:" + user, "");
        ledger.renewPlan(user, 700, march, "");
        ledger.expirePlan(user, "end:" + user, "");
        assertThat(ledger.balance(user).plan()).isEqualTo(700);
    }

    @Test
    void aHoldOfAnEarlierPeriodDoesNotProlongItsCredits() {
        buy(500);
        ledger.reserve(user, job, 1_200);
        ledger.renewPlan(user, 40_000, march, "");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(40_000, 300, 1_200));
        assertThat(ledger.release(job)).isEqualTo(1_200);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(40_000, 500, 0));
        assertThat(ledger.history(user, null, 1).items())
                .extracting(Entry::amount, Entry::type, Entry::jobId)
                .containsExactly(tuple(-1_000L, "expiry", job));
    }

    @Test
    void aChargeOfAnEarlierPeriodStillTakesItsCreditsFirst() {
        buy(500);
        ledger.reserve(user, job, 1_200);
        ledger.expirePlan(user, "end:" + user, "");
        ledger.settle(job, 900);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 500, 0));
    }

    @Test
    void aHoldOfThisPeriodGoesBackToThePlan() {
        ledger.renewPlan(user, 40_000, march, "");
        ledger.reserve(user, job, 1_200);
        ledger.release(job);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(40_000, 0, 0));
    }

    @Test
    void aKeyOfAnotherUserIsRefused() {
        ledger.renewPlan(user, 100, march, "");
        UUID stranger = Uuid7.create();
        assertThatThrownBy(() -> ledger.renewPlan(stranger, 100, march, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another user");
        assertThatThrownBy(() -> ledger.expirePlan(stranger, march, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.renewPlan(user, 0, april, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void buy(long credits) {
        ledger.grant(user, CreditBucket.PURCHASED, credits, "order:" + user, "Credit pack");
    }

    private void spend(long credits) {
        UUID spent = Uuid7.create();
        ledger.reserve(user, spent, credits);
        ledger.settle(spent, credits);
    }
}
