package studio.pingvas.payment.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.CreditBalance;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;

/** Charges of many jobs in one call. */
class ChargesTest {
    private static final TestDatabase DATABASE = TestDatabase.of("payments");

    private final CreditLedger ledger = Ledgers.on(DATABASE.role());
    private final UUID ann = Uuid7.create();
    private final UUID bob = Uuid7.create();

    @Test
    void jobsOfSeveralUsersAreChargedAsOneByOne() {
        UUID first = reserved(ann, 700);
        UUID second = reserved(ann, 100);
        UUID third = reserved(bob, 50);

        Map<UUID, Long> charged = ledger.settleAll(Map.of(first, 600L, second, 100L, third, 0L));

        assertThat(charged)
                .containsOnly(Map.entry(first, 600L), entry(second, 100), entry(third, 0));
        assertThat(ledger.balance(ann)).isEqualTo(new CreditBalance(300, 0, 0));
        assertThat(ledger.balance(bob)).isEqualTo(new CreditBalance(1_000, 0, 0));
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void repetitionTellsWhatWasChargedBefore() {
        UUID job = reserved(ann, 700);
        ledger.settle(job, 600);

        assertThat(ledger.settleAll(Map.of(job, 700L))).containsOnly(entry(job, 600));
        assertThat(ledger.balance(ann)).isEqualTo(new CreditBalance(400, 0, 0));
    }

    @Test
    void jobWithoutAnOpenHoldIsMissingAndHarmsNoOther() {
        UUID released = reserved(ann, 10);
        ledger.release(released);
        UUID good = reserved(ann, 20);

        Map<UUID, Long> charged =
                ledger.settleAll(Map.of(released, 5L, good, 20L, Uuid7.create(), 1L));

        assertThat(charged).containsOnly(entry(good, 20));
    }

    @Test
    void chargeAboveTheHoldChargesNobody() {
        UUID good = reserved(ann, 20);
        UUID bad = reserved(bob, 20);

        assertThatThrownBy(() -> ledger.settleAll(Map.of(good, 20L, bad, 21L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.balance(ann).held()).isEqualTo(20);
    }

    @Test
    void callsWithTheSameUsersDoNotWaitInACircle() {
        List<UUID> users = Stream.generate(Uuid7::create).limit(8).toList();
        List<CompletableFuture<Integer>> calls =
                IntStream.range(0, 8)
                        .mapToObj(
                                call -> {
                                    Map<UUID, Long> charges = new HashMap<>();
                                    users.forEach(user -> charges.put(reserved(user, 10), 10L));
                                    return CompletableFuture.supplyAsync(
                                            () -> ledger.settleAll(charges).size());
                                })
                        .toList();

        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(8));
    }

    private UUID reserved(UUID user, long credits) {
        UUID job = Uuid7.create();
        ledger.reserve(user, job, credits);
        return job;
    }

    private static Map.Entry<UUID, Long> entry(UUID job, long credits) {
        return Map.entry(job, credits);
    }
}
