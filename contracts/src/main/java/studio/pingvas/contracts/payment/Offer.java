package studio.pingvas.contracts.payment;

/**
 * A price of a plan.
 *
 * @param tier of the plan
 * @param interval how often it is paid
 * @param usdCents price of one interval
 */
public record Offer(Tier tier, BillingInterval interval, int usdCents) {}
