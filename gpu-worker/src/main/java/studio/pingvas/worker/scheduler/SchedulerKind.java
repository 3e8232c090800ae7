package studio.pingvas.worker.scheduler;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The schedulers that there are, by the names that manifests and requests use. */
public enum SchedulerKind {
    EULER("euler", "Euler", trained(), run -> new Euler(NoiseTable.of(run))),
    EULER_ANCESTRAL(
            "euler-ancestral", "Euler a", all(), run -> new EulerAncestral(NoiseTable.of(run))),
    DDIM("ddim", "DDIM", trained(), run -> new Euler(NoiseTable.endingAtTheFirstLevel(run))),
    DPMPP_2M("dpmpp-2m", "DPM++ 2M", all(), run -> new DpmSolver2M(NoiseTable.of(run))),
    DPMPP_2M_KARRAS(
            "dpmpp-2m-karras",
            "DPM++ 2M Karras",
            trained(),
            run -> new DpmSolver2M(NoiseTable.karras(run))),
    UNIPC("unipc", "UniPC", all(), run -> new UniPc(NoiseTable.of(run))),
    FLOW_MATCH_EULER(
            "flow-match-euler",
            "Flow Match Euler",
            EnumSet.of(Prediction.FLOW),
            run -> new Euler(NoiseTable.of(run)));

    private final String id;
    private final String label;
    private final Set<Prediction> predictions;
    private final Function<SchedulerSettings, Scheduler> algorithm;

    SchedulerKind(
            String id,
            String label,
            Set<Prediction> predictions,
            Function<SchedulerSettings, Scheduler> algorithm) {
        this.id = id;
        this.label = label;
        this.predictions = predictions;
        this.algorithm = algorithm;
    }

    public static Optional<SchedulerKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /**
     * A fresh run.
     *
     * @throws IllegalArgumentException if it does not {@link #follows} the prediction, or the model
     *     was trained with fewer timesteps than steps are wanted
     */
    public Scheduler start(SchedulerSettings settings) {
        if (!follows(settings.prediction())) {
            throw new IllegalArgumentException(id + " of " + settings.prediction().id());
        }
        return algorithm.apply(settings);
    }

    /** Whether the algorithm knows what to do with such a prediction. */
    public boolean follows(Prediction prediction) {
        return predictions.contains(prediction);
    }

    public String id() {
        return id;
    }

    /** As people read it in a picture's parameters. */
    public String label() {
        return label;
    }

    private static Set<Prediction> all() {
        return EnumSet.allOf(Prediction.class);
    }

    /** Those whose levels follow from the variances of training. */
    private static Set<Prediction> trained() {
        return EnumSet.of(Prediction.EPSILON, Prediction.V);
    }
}
