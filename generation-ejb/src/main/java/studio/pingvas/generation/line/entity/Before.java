package studio.pingvas.generation.line.entity;

/**
 * What is dispatched before a job of the line.
 *
 * @param people whose jobs these are
 * @param seconds predicted for them, together
 */
public record Before(int jobs, int people, double seconds) {
    public static final Before NOTHING = new Before(0, 0, 0);

    public Before plus(Before other) {
        return new Before(jobs + other.jobs, people + other.people, seconds + other.seconds);
    }
}
