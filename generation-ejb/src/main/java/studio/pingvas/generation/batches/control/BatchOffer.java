package studio.pingvas.generation.batches.control;

import java.util.List;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.entity.Quote;
import studio.pingvas.generation.jobs.entity.Work;

/**
 * A batch that has been checked and priced.
 *
 * @param kind of its jobs
 * @param inputs that all of them begin with
 * @param webhookUrl where the end of each is reported to, or null
 * @param jobs in their order; at least one
 */
public record BatchOffer(
        Plan plan, String kind, InputPictures inputs, String webhookUrl, List<PricedWork> jobs) {
    public record PricedWork(Work work, Quote quote) {}

    public BatchOffer {
        jobs = List.copyOf(jobs);
    }

    /** The price of all. */
    public long credits() {
        return jobs.stream().mapToLong(job -> job.quote().credits()).sum();
    }
}
