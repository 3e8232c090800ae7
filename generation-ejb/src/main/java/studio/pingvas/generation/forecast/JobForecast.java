package studio.pingvas.generation.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.workers.LiveWorker;
import studio.pingvas.generation.workers.LiveWorkers;

/**
 * When jobs will be done. It answers from memory; what ended on any node is read now and then, so
 * that no request waits for it, and all nodes come to the same experience.
 */
@ApplicationScoped
public class JobForecast {
    private static final int REMEMBERED_AT_START = 2_000;
    private static final int BATCH = 1_000;

    @Inject EndedJobs ended;
    @Inject LiveWorkers workers;

    private final Experience experience = new Experience();
    private EndedJobs.Mark mark;

    /** A job that has not started. */
    public Eta waiting(Tier tier, String model, double predictedSeconds, Ahead ahead) {
        return experience.waiting(tier, model, predictedSeconds, ahead, fleet());
    }

    /** A job that was started so long ago. */
    public Eta running(String model, double predictedSeconds, double elapsedSeconds) {
        return experience.running(model, predictedSeconds, elapsedSeconds, fleet());
    }

    /** How long the jobs of a tier waited that were completed last; empty if there is none. */
    public Optional<Waits> waits(Tier tier) {
        return experience
                .waits(tier)
                .map(waits -> new Waits(waits.quantile(0.5), waits.quantile(0.9)));
    }

    /** Of the jobs completed last, at most 1,000, those that ended before their p90; or empty. */
    public Optional<Double> shareInTime() {
        return experience.inTime().map(Distribution::mean);
    }

    /** Learns from what has ended since the last time. */
    public synchronized void learn() {
        if (mark == null) {
            mark = ended.newest(REMEMBERED_AT_START);
        }
        List<EndedJob> jobs;
        do {
            jobs = ended.after(mark, BATCH);
            for (EndedJob job : jobs) {
                experience.note(job);
                mark = job.mark();
            }
        } while (jobs.size() == BATCH);
    }

    private Fleet fleet() {
        return Fleet.of(workers.takingJobs().stream().map(LiveWorker::device).toList());
    }

    /** In seconds, before the start. */
    public record Waits(double p50, double p90) {}
}
