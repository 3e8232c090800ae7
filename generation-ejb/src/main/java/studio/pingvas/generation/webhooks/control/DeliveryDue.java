package studio.pingvas.generation.webhooks.control;

/** A report waits to be sent. Observe it after the transaction. */
public record DeliveryDue() {}
