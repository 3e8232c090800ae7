package studio.pingvas.worker.scheduler;

/**
 * What a run's noise levels follow from.
 *
 * @param steps of a whole run, from pure noise
 * @param prediction what the network says
 * @param trainTimesteps how many timesteps it was trained with
 * @param noise levels it was trained with; not used for {@link Prediction#FLOW}
 * @param shift towards noisy levels, 1 for none; for {@link Prediction#FLOW} only
 */
public record SchedulerSettings(
        int steps, Prediction prediction, int trainTimesteps, TrainedNoise noise, double shift) {
    public SchedulerSettings {
        if (steps < 1 || trainTimesteps < 1 || !(shift > 0)) {
            throw new IllegalArgumentException(
                    steps + " steps of " + trainTimesteps + ", shift " + shift);
        }
    }
}
