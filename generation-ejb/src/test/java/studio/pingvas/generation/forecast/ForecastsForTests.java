package studio.pingvas.generation.forecast;

import studio.pingvas.generation.workers.Heartbeats;
import studio.pingvas.generation.workers.LiveWorkers;

/** Wires what the container would inject. */
public final class ForecastsForTests {
    private ForecastsForTests() {}

    /** With one worker and no experience. */
    public static JobForecast withoutExperience() {
        JobForecast forecast = new JobForecast();
        forecast.workers = new LiveWorkers();
        forecast.workers.heard(Heartbeats.of("worker", "cpu"));
        return forecast;
    }
}
