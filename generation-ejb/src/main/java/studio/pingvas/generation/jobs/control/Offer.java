package studio.pingvas.generation.jobs.control;

import java.util.List;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.entity.Quote;

/**
 * A request that has been checked and priced.
 *
 * @param inputs what each stage takes from outside
 * @param webhookUrl where the end of the job is reported to, or null
 */
public record Offer(
        Plan plan, List<InputPictures> inputs, PlannedWork work, Quote quote, String webhookUrl) {
    public Offer {
        inputs = List.copyOf(inputs);
    }
}
