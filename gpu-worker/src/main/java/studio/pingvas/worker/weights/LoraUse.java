package studio.pingvas.worker.weights;

/**
 * A LoRA that a job asks for.
 *
 * @param id its file's name without the suffix
 * @param weight how much of it: 1 as trained, 0 nothing, negative the opposite
 */
public record LoraUse(String id, double weight) {
    /** Far above what is of use; beyond it pictures are noise. */
    public static final double MAX_WEIGHT = 10;

    public LoraUse {
        if (!(Math.abs(weight) <= MAX_WEIGHT)) {
            throw new IllegalArgumentException("The weight of a LoRA is " + weight);
        }
    }
}
