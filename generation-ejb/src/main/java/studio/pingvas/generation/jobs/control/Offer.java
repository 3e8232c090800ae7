package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.entity.Quote;

/**
 * A request that has been checked and priced.
 *
 * @param webhookUrl where the end of the job is reported to, or null
 */
public record Offer(
        Plan plan, InputPictures inputs, PlannedWork work, Quote quote, String webhookUrl) {}
