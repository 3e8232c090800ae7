package studio.pingvas.platform.messaging;

/**
 * An event was added to an outbox. Observe it after the transaction, when the relay can see it.
 * Where nobody observes it, the relay's timer finds the event some seconds later.
 *
 * @param address where it goes
 */
public record EventAdded(String address) {}
