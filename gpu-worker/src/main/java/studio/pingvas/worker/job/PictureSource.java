package studio.pingvas.worker.job;

/** Where a step takes its pictures, or its masks, from. */
sealed interface PictureSource {
    /**
     * An earlier step, one picture for each.
     *
     * @param step counted from 0
     */
    record OfStep(int step) implements PictureSource {}

    /** An object of the store, the same for all pictures. */
    record Stored(String key) implements PictureSource {}
}
