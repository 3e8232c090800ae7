package studio.pingvas.web.faces.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingPurchaseTest {
    private final PendingPurchase purchase = new PendingPurchase();

    @Test
    void incomeOfBeforeIsNotTakenForTheNewOne() {
        UUID welcome = UUID.randomUUID();
        purchase.begin(welcome);

        assertThat(purchase.hasArrived(welcome)).isFalse();
        assertThat(purchase.hasArrived(UUID.randomUUID())).isTrue();
    }

    @Test
    void firstIncomeOfAllCountsAsWell() {
        purchase.begin(null);

        assertThat(purchase.hasArrived(null)).isFalse();
        assertThat(purchase.hasArrived(UUID.randomUUID())).isTrue();
    }

    @Test
    void nothingIsAwaitedByWhoeverBoughtNothingHere() {
        assertThat(purchase.isBegun()).isFalse();
        assertThat(purchase.hasArrived(UUID.randomUUID())).isFalse();
    }
}
