package studio.pingvas.payment.lemonsqueezy;

/** Asks the gateway for what a report speaks of, but no report has told. */
public interface MissingResources {
    /**
     * Fetches the subscription with that number and follows it.
     *
     * @return whether it is known here now
     */
    boolean followSubscription(String gatewayId);
}
