package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static studio.pingvas.contracts.payment.CreditBucket.PLAN;
import static studio.pingvas.contracts.payment.CreditBucket.PURCHASED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.HoldNotOpenException;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.OpenHold;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Every sentence of the contract, one user at a time. */
class JdbcCreditLedgerTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID user = Uuid7.create();
    private final UUID job = Uuid7.create();

    @AfterEach
    void theBooksAreRight() {
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void anAccountOpensWithTheSignUpGrantOnItsFirstTouch() {
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));

        UUID reader = Uuid7.create();
        assertThat(ledger.history(reader, null, 10).items())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.amount()).isEqualTo(1_000);
                            assertThat(entry.type()).isEqualTo("subscription_grant");
                        });
        UUID receiver = Uuid7.create();
        ledger.grant(receiver, PURCHASED, 5, "adjust:" + receiver, "");
        assertThat(ledger.balance(receiver)).isEqualTo(new CreditBalance(1_000, 5, 0));
        UUID spender = Uuid7.create();
        ledger.reserve(spender, Uuid7.create(), 400);
        assertThat(ledger.balance(spender)).isEqualTo(new CreditBalance(600, 0, 400));
    }

    @Test
    void aReserveTakesPlanCreditsBeforePurchasedOnes() {
        buy(500);
        ledger.reserve(user, job, 1_200);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 300, 1_200));
    }

    @Test
    void aReserveOfMoreThanIsAvailableTakesNothing() {
        buy(500);
        assertThatThrownBy(() -> ledger.reserve(user, job, 1_501))
                .isInstanceOfSatisfying(
                        InsufficientCreditsException.class,
                        e ->
                                assertThat(e.details())
                                        .isEqualTo(
                                                Map.of(
                                                        "credits_required", 1_501L,
                                                        "credits_available", 1_500L)));
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 500, 0));
    }

    @Test
    void whoHasLessThanTheFloorReservesNothingHoweverCheap() {
        ledger.reserve(user, Uuid7.create(), 950);

        assertThatThrownBy(() -> ledger.reserve(user, job, 2, null, 100))
                .isInstanceOfSatisfying(
                        InsufficientCreditsException.class,
                        e -> assertThat(e.details()).containsEntry("credits_required", 100L));
        assertThat(ledger.balance(user).held()).isEqualTo(950);
        assertThat(ledger.reserve(user, job, 2, null, 50)).isTrue();
        assertThat(ledger.reserve(user, job, 2, null, 50)).as("repeated").isTrue();
    }

    @Test
    void heldCreditsAreNotAvailable() {
        ledger.reserve(user, job, 700);
        assertThatThrownBy(() -> ledger.reserve(user, Uuid7.create(), 301))
                .isInstanceOf(InsufficientCreditsException.class);
    }

    @Test
    void aRepeatedReserveHasNoSecondEffect() {
        assertThat(ledger.reserve(user, job, 700)).isTrue();
        assertThat(ledger.reserve(user, job, 700)).isTrue();
        assertThat(ledger.reserve(user, job, 1_000_000)).isTrue();
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(300, 0, 700));
    }

    @Test
    void aReserveRepeatedAfterTheEndHasNoEffect() {
        ledger.reserve(user, job, 700);
        ledger.settle(job, 600);
        assertThat(ledger.reserve(user, job, 700)).isFalse();
        UUID released = Uuid7.create();
        ledger.reserve(user, released, 300);
        ledger.release(released);
        assertThat(ledger.reserve(user, released, 300)).isFalse();
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(400, 0, 0));
    }

    @Test
    void aJobOfAnotherUserCannotBeReservedFor() {
        ledger.reserve(user, job, 1);
        assertThatThrownBy(() -> ledger.reserve(Uuid7.create(), job, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another user");
    }

    @Test
    void onlyAmountsAboveZeroMove() {
        assertThatThrownBy(() -> ledger.reserve(user, job, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.reserve(user, job, -5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.grant(user, PLAN, 0, "adjust:" + job, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSettledHoldReturnsTheRestToWhereItCameFrom() {
        buy(500);
        ledger.reserve(user, job, 1_200);
        assertThat(ledger.settle(job, 1_050)).isEqualTo(1_050);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(0, 450, 0));
    }

    @Test
    void aChargeTakesPlanCreditsFirst() {
        buy(500);
        ledger.reserve(user, job, 1_200);
        ledger.settle(job, 900);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(100, 500, 0));
    }

    @Test
    void aChargeOfZeroReturnsEverything() {
        ledger.reserve(user, job, 300);
        assertThat(ledger.settle(job, 0)).isZero();
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));
    }

    @Test
    void aRepeatedSettleTellsTheFirstCharge() {
        ledger.reserve(user, job, 300);
        ledger.settle(job, 200);
        assertThat(ledger.settle(job, 300)).isEqualTo(200);
        assertThat(ledger.settle(job, 301)).isEqualTo(200);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(800, 0, 0));
    }

    @Test
    void aChargeIsNeverAboveWhatWasReserved() {
        ledger.reserve(user, job, 300);
        assertThatThrownBy(() -> ledger.settle(job, 301))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.settle(job, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(700, 0, 300));
    }

    @Test
    void whatWasNeverReservedOrWasReleasedCannotBeSettled() {
        assertThatThrownBy(() -> ledger.settle(job, 1)).isInstanceOf(HoldNotOpenException.class);
        ledger.reserve(user, job, 300);
        ledger.release(job);
        assertThatThrownBy(() -> ledger.settle(job, 1)).isInstanceOf(HoldNotOpenException.class);
    }

    @Test
    void releasedHoldReturnsItsCredits() {
        buy(500);
        ledger.reserve(user, job, 1_200);
        assertThat(ledger.release(job)).isEqualTo(1_200);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 500, 0));
    }

    @Test
    void aRepeatedReleaseTellsWhatWentBack() {
        ledger.reserve(user, job, 300);
        ledger.release(job);
        assertThat(ledger.release(job)).isEqualTo(300);
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_000, 0, 0));
    }

    @Test
    void aReleaseWithoutAnOpenHoldDoesNothing() {
        assertThat(ledger.release(job)).isZero();
        ledger.reserve(user, job, 300);
        ledger.settle(job, 200);
        assertThat(ledger.release(job)).isZero();
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(800, 0, 0));
    }

    @Test
    void aGrantIsGivenOncePerKey() {
        String key = "adjust:" + job;
        ledger.grant(user, PLAN, 50, key, "for patience");
        ledger.grant(user, PLAN, 50, key, "for patience");
        ledger.grant(user, PURCHASED, 70, key, "a price that changed meanwhile");
        assertThat(ledger.balance(user)).isEqualTo(new CreditBalance(1_050, 0, 0));
        assertThatThrownBy(() -> ledger.grant(Uuid7.create(), PLAN, 50, key, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another user");
    }

    @Test
    void openHoldsAreReadPageByPage() {
        List<NewHold> holds =
                Stream.generate(() -> new NewHold(Uuid7.create(), 1)).limit(7).toList();
        ledger.reserveAll(user, holds, null);
        // Those of one moment have an order, too.
        DATABASE.execute(
                "UPDATE hold SET created_at = date_trunc('second', created_at) WHERE user_id = '"
                        + user
                        + "'");

        List<UUID> seen = new ArrayList<>();
        OpenHold last = null;
        List<OpenHold> page;
        do {
            page = ledger.openHolds(0, last, 3);
            page.forEach(hold -> seen.add(hold.jobId()));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (last != null);

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(holds.stream().map(NewHold::jobId).toList());
    }

    @Test
    void openHoldsAreTheOldOnesThatHaveNotEnded() {
        UUID settled = Uuid7.create();
        UUID released = Uuid7.create();
        UUID younger = Uuid7.create();
        List.of(job, settled, released, younger).forEach(id -> ledger.reserve(user, id, 10));
        ledger.settle(settled, 10);
        ledger.release(released);
        DATABASE.execute(
                "update hold set created_at = now() - interval '10 minutes' where job_id = '%s'"
                        .formatted(job));

        assertThat(ledger.openHolds(600, null, 10_000))
                .filteredOn(hold -> hold.userId().equals(user))
                .extracting(OpenHold::jobId, OpenHold::credits)
                .containsExactly(tuple(job, 10L));
        assertThat(ledger.openHolds(0, null, 10_000)).extracting(OpenHold::jobId).contains(younger);
        assertThat(ledger.openHolds(0, null, 1)).hasSize(1);
    }

    private void buy(long credits) {
        ledger.grant(user, PURCHASED, credits, "order:" + user, "Credit pack");
    }
}
