package studio.pingvas.generation.forecast;

/**
 * What stands between a job and a worker.
 *
 * @param jobs that are sent before
 * @param people other than its owner, whose jobs these are
 * @param seconds predicted for them, together
 * @param runningJobs at the workers
 * @param runningSeconds predicted for those, together
 */
public record Ahead(int jobs, int people, double seconds, int runningJobs, double runningSeconds) {
    public static final Ahead NOTHING = new Ahead(0, 0, 0, 0, 0);

    /** Place in the line, 1 for the next. */
    public int position() {
        return jobs + 1;
    }
}
