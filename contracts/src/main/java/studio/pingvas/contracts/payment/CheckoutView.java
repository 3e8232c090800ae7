package studio.pingvas.contracts.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * @param reference ours; the payment gateway returns it with what was bought
 * @param checkoutUrl page of the payment gateway where the person pays
 * @param expiresAt until when the page can be used
 */
public record CheckoutView(UUID reference, String checkoutUrl, Instant expiresAt) {}
