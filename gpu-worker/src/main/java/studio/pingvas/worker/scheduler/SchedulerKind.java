package studio.pingvas.worker.scheduler;

import java.util.Arrays;
import java.util.Optional;

/** The schedulers that there are, by the names that manifests and requests use. */
public enum SchedulerKind {
    FLOW_MATCH_EULER("flow-match-euler", "Flow Match Euler") {
        @Override
        public Scheduler start(SchedulerSettings settings) {
            return new FlowMatchEuler(settings);
        }

        @Override
        public boolean follows(Prediction prediction) {
            return prediction == Prediction.FLOW;
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

    /** A fresh run; for a prediction that it {@link #follows}. */
    public abstract Scheduler start(SchedulerSettings settings);

    /** Whether the algorithm knows what to do with such a prediction. */
    public abstract boolean follows(Prediction prediction);

    public String id() {
        return id;
    }

    /** As people read it in a picture's parameters. */
    public String label() {
        return label;
    }
}
