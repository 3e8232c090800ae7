package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.UUID;

/** What a user has subscribed to, and how it is changed at the payment gateway. */
@Local
public interface Subscriptions {
    SubscriptionView current(UUID userId);

    /**
     * Moves to another tier or interval at once. A step up is charged now, by the part of the
     * period that is left; a step down is charged from the next renewal on.
     *
     * @param idempotencyKey the same key of the same user is the same change
     * @throws NoSubscriptionException if there is none that can be changed here
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     */
    PlanChange change(UUID userId, Tier tier, BillingInterval interval, String idempotencyKey);

    /**
     * Ends it with the paid period; until then everything stays. Repeated it does nothing.
     *
     * @throws NoSubscriptionException if there is none that can be cancelled here
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     */
    SubscriptionView cancel(UUID userId);

    /**
     * Takes a cancellation back before the end. Repeated it does nothing.
     *
     * @throws NoSubscriptionException if there is none, or it has ended
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     */
    SubscriptionView resume(UUID userId);

    /**
     * The gateway's own page, where the person changes the card; asked for anew each time, since
     * the address is signed and lives for a day.
     *
     * @throws NoSubscriptionException if there is none
     * @throws PaymentGatewayUnavailableException if the gateway does not answer
     */
    String customerPortal(UUID userId);

    /**
     * @param subscription after the change, or before it where the gateway wants it confirmed
     * @param confirmationUrl page of the gateway where the person confirms it; null if it is done
     */
    record PlanChange(SubscriptionView subscription, String confirmationUrl) {}
}
