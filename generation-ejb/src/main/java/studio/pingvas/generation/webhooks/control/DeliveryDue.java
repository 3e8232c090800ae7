package studio.pingvas.generation.webhooks.control;

/** A delivery waits to be sent. Observe it after the transaction. */
public record DeliveryDue() {}
