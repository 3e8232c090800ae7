package studio.pingvas.system.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.HoldNotOpenException;
import studio.pingvas.contracts.payment.InsufficientCreditsException;

class CreditLedgerInContainerIT extends InContainerTest {
    private static final long SIGN_UP_GRANT = 1_000;

    @EJB(lookup = "java:comp/env/CreditLedger")
    CreditLedger ledger;

    @Resource(lookup = "java:comp/UserTransaction")
    UserTransaction transaction;

    private final UUID user = UUID.randomUUID();
    private final UUID job = UUID.randomUUID();

    @Test
    void settledHoldIsChargedAndItsRestComesBack() {
        ledger.reserve(user, job, 300);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(SIGN_UP_GRANT - 300, 0, 300));

        assertThat(ledger.settle(job, 200)).isEqualTo(200);

        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(SIGN_UP_GRANT - 200, 0, 0));
        assertThat(ledger.history(user, null, 10).items().get(0).amount()).isEqualTo(-200);
    }

    @Test
    void releasedHoldReturnsItsCredits() {
        ledger.reserve(user, job, 300);

        assertThat(ledger.release(job)).isEqualTo(300);

        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(SIGN_UP_GRANT, 0, 0));
    }

    @Test
    void commandsThatAreRepeatedHaveNoSecondEffect() {
        assertThat(ledger.reserve(user, job, 300)).isTrue();
        assertThat(ledger.reserve(user, job, 300)).isTrue();
        assertThat(ledger.settle(job, 300)).isEqualTo(300);
        assertThat(ledger.settle(job, 300)).isEqualTo(300);
        assertThat(ledger.release(job)).isZero();
        assertThat(ledger.reserve(user, job, 300)).isFalse();

        assertThat(ledger.balance(user).balance()).isEqualTo(SIGN_UP_GRANT - 300);
    }

    @Test
    void businessExceptionArrivesAsItselfAndNothingIsKept() {
        assertThatExceptionOfType(InsufficientCreditsException.class)
                .isThrownBy(() -> ledger.reserve(user, job, SIGN_UP_GRANT + 1))
                .satisfies(
                        failure ->
                                assertThat(failure.details())
                                        .containsExactlyInAnyOrderEntriesOf(
                                                Map.of(
                                                        "credits_required",
                                                        SIGN_UP_GRANT + 1,
                                                        "credits_available",
                                                        SIGN_UP_GRANT)));

        assertThat(ledger.balance(user).held()).isZero();
        assertThatExceptionOfType(HoldNotOpenException.class)
                .isThrownBy(() -> ledger.settle(job, 1));
    }

    @Test
    void callHasATransactionOfItsOwn() throws Exception {
        transaction.begin();
        ledger.reserve(user, job, 300);
        assertThatExceptionOfType(InsufficientCreditsException.class)
                .isThrownBy(() -> ledger.reserve(user, UUID.randomUUID(), SIGN_UP_GRANT));
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        transaction.rollback();

        assertThat(ledger.balance(user).held()).isEqualTo(300);
        ledger.release(job);
    }

    @Test
    void booksAreRight() {
        ledger.reserve(user, job, 5);
        ledger.settle(job, 5);

        assertThat(ledger.check().problems()).isEmpty();
    }
}
