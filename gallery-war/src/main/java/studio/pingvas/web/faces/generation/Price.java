package studio.pingvas.web.faces.generation;

import java.io.Serializable;

/**
 * What the picture of the form would cost now.
 *
 * @param jobs how many it is of
 * @param credits the price; a job is never charged more
 * @param seconds until the pictures are there; null while the tier is paused
 * @param available credits that the person can spend
 * @param needed credits that must be available to start at all
 */
public record Price(int jobs, long credits, Double seconds, long available, long needed)
        implements Serializable {
    public boolean isAffordable() {
        return available >= needed;
    }

    public boolean isTimeKnown() {
        return seconds != null;
    }

    /** Whole seconds, at least one: nobody believes more. */
    public long roundedSeconds() {
        return Math.max(1, Math.round(seconds));
    }
}
