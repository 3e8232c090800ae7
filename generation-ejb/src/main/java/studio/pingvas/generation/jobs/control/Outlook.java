package studio.pingvas.generation.jobs.control;

import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.forecast.Eta;

/**
 * Where a job stands in the line, and when it will be done.
 *
 * @param ahead null once it has started
 * @param eta null once it has ended, and while its tier is paused: nobody knows for how long
 */
public record Outlook(Ahead ahead, Eta eta) {
    static final Outlook NONE = new Outlook(null, null);

    public Double p50() {
        return eta == null ? null : eta.p50();
    }

    public Double p90() {
        return eta == null ? null : eta.p90();
    }
}
