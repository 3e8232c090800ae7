package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.List;

/**
 * Ways to the pages of the payment gateway. Nothing is given before the gateway reports a payment.
 */
@Local
public interface Checkouts {
    /** Prices of the plans that can be bought, from the least to the most. */
    List<Offer> offers();

    /** From the smallest to the largest. */
    List<CreditPack> creditPacks();

    /**
     * @param idempotencyKey the same key of the same user names the same checkout
     * @throws SubscriptionExistsException if the user has a subscription: change that one
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     * @throws studio.pingvas.contracts.InvalidRequestException if there is no such offer
     */
    CheckoutView subscribe(Buyer buyer, Tier tier, BillingInterval interval, String idempotencyKey);

    /**
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     * @throws studio.pingvas.contracts.InvalidRequestException if there is no such pack
     */
    CheckoutView buyCredits(Buyer buyer, String packId, String idempotencyKey);
}
