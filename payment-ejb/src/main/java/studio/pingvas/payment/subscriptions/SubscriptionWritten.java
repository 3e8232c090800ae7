package studio.pingvas.payment.subscriptions;

import java.util.UUID;

/** A subscription of the user may have changed. Observe it after the transaction that did it. */
record SubscriptionWritten(UUID userId) {}
