package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.entity.Quote;

/** A request that has been checked and priced. */
public record Offer(Plan plan, InputPictures inputs, PlannedWork work, Quote quote) {}
