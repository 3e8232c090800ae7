package studio.pingvas.contracts.payment;

import java.util.UUID;

/**
 * Who buys.
 *
 * @param email verified address, for the payment gateway's page and receipt
 */
public record Buyer(UUID userId, String email) {}
