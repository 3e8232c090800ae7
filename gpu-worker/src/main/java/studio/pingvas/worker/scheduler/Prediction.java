package studio.pingvas.worker.scheduler;

import java.util.Arrays;
import java.util.Optional;

/** What a network says about noisy latents, by the names that manifests use. */
public enum Prediction {
    /** The noise in them (Ho et al. 2020, arXiv 2006.11239). */
    EPSILON("epsilon"),
    /** alpha noise - sigma picture (Salimans and Ho 2022, arXiv 2202.00512, section 4). */
    V("v"),
    /** noise - picture, along the straight path between them (Esser et al. 2024). */
    FLOW("flow");

    private final String id;

    Prediction(String id) {
        this.id = id;
    }

    public static Optional<Prediction> of(String id) {
        return Arrays.stream(values()).filter(prediction -> prediction.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }
}
