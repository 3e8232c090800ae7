package studio.pingvas.worker.scheduler;

import java.util.Arrays;
import java.util.Optional;

/** The schedulers that there are, by the names that manifests and requests use. */
public enum SchedulerKind {
    FLOW_MATCH_EULER("flow-match-euler", "Flow Match Euler") {
        @Override
        public Scheduler start(int steps, int trainedSteps, double shift) {
            return new FlowMatchEuler(steps, trainedSteps, shift);
        }
    };

    private final String id;
    private final String label;

    SchedulerKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public static Optional<SchedulerKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /**
     * @param trainedSteps how many timesteps the network was trained with
     * @param shift towards noisy levels, 1 for none
     */
    public abstract Scheduler start(int steps, int trainedSteps, double shift);

    public String id() {
        return id;
    }

    /** As people read it in a picture's parameters. */
    public String label() {
        return label;
    }
}
