package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.payment.Tier;

/**
 * @param waitSecondsP50 of the jobs completed last, half waited no longer; null if there is none
 * @param waitSecondsP90 nine of ten waited no longer; null if there is none
 * @param paused whether jobs of this tier are not sent to workers
 */
public record TierStatus(
        Tier tier, JobCounts jobs, Double waitSecondsP50, Double waitSecondsP90, boolean paused) {}
