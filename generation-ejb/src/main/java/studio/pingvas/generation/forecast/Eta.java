package studio.pingvas.generation.forecast;

/**
 * When a job will be done, in seconds from now.
 *
 * @param waiting expected before it starts, by the work ahead of it and the pace of the workers
 * @param running expected from its start to its end
 * @param p50 as many jobs end before as after
 * @param p90 nine of ten jobs end before
 */
public record Eta(double waiting, double running, double p50, double p90) {
    double expected() {
        return waiting + running;
    }
}
