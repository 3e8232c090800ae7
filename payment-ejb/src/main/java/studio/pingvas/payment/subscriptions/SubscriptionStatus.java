package studio.pingvas.payment.subscriptions;

enum SubscriptionStatus {
    ACTIVE,
    EXPIRED
}
