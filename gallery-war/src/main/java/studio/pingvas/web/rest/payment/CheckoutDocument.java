package studio.pingvas.web.rest.payment;

import java.time.Instant;
import studio.pingvas.contracts.payment.CheckoutView;

/**
 * @param checkoutUrl page of the payment provider where the person pays
 * @param expiresAt until when it can be used
 */
public record CheckoutDocument(String checkoutUrl, Instant expiresAt) {
    static CheckoutDocument of(CheckoutView checkout) {
        return new CheckoutDocument(checkout.checkoutUrl(), checkout.expiresAt());
    }
}
