package studio.pingvas.contracts.generation;

/**
 * @param waiting not started yet, sent to the workers or not
 * @param running at workers
 */
public record JobCounts(long waiting, long running) {
    public static final JobCounts NONE = new JobCounts(0, 0);

    public JobCounts plus(JobCounts other) {
        return new JobCounts(waiting + other.waiting, running + other.running);
    }
}
