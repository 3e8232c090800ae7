package studio.pingvas.generation.status;

import studio.pingvas.contracts.generation.JobCounts;
import studio.pingvas.contracts.payment.Tier;

/** The line of a tier. */
record TierCounts(Tier tier, JobCounts jobs, boolean paused) {}
