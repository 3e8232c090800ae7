package studio.pingvas.payment.lemonsqueezy;

import java.util.Optional;

/** Asks the gateway for what a report speaks of, but no report has told. */
public interface MissingResources {
    /** The subscription with that number, if the gateway knows it. */
    Optional<SubscriptionResource> subscription(String gatewayId);
}
