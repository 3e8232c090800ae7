package studio.pingvas.contracts.payment;

/**
 * Credits that are bought once and do not expire.
 *
 * @param id kebab-case name in the API
 * @param credits what it adds
 * @param usdCents its price
 */
public record CreditPack(String id, long credits, int usdCents) {}
