package studio.pingvas.web.faces.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurchaseKeysTest {
    private final PurchaseKeys keys = new PurchaseKeys();

    @Test
    void secondClickOnTheSameButtonIsTheSamePurchase() {
        assertThat(keys.of("buy", "pro", "month")).isEqualTo(keys.of("buy", "pro", "month"));
    }

    @Test
    void otherWishIsAnotherPurchase() {
        assertThat(keys.of("buy", "pro", "month")).isNotEqualTo(keys.of("buy", "pro", "year"));
        assertThat(keys.of("buy", "pro", "month")).isNotEqualTo(keys.of("change", "pro", "month"));
    }

    @Test
    void pageThatIsOpenedAnewBuysAnew() {
        assertThat(new PurchaseKeys().of("buy", "pro", "month"))
                .isNotEqualTo(keys.of("buy", "pro", "month"));
    }
}
