package studio.pingvas.contracts.payment;

import java.time.Instant;

/**
 * What a contract gives.
 *
 * @param creditsPerMonth null for what the enterprise plan gives
 * @param endsAt end of the contract, null for an open end
 */
public record EnterpriseTerms(Long creditsPerMonth, Instant endsAt) {}
