package studio.pingvas.payment.subscriptions;

/**
 * What the payment gateway says. The later ones are nearer to the end: of two reports that are
 * equally new, the one that is nearer to it holds.
 */
public enum SubscriptionStatus {
    TRIAL,
    ACTIVE,
    PAST_DUE,
    PAUSED,
    UNPAID,
    CANCELLING,
    EXPIRED
}
