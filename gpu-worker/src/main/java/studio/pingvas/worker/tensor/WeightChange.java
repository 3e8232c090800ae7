package studio.pingvas.worker.tensor;

/** Weights of a network that are other than in its file, until this is closed. */
public interface WeightChange extends AutoCloseable {
    /**
     * Puts the saved weights back, bit for bit.
     *
     * @throws DeviceLostException if that fails
     */
    @Override
    void close();
}
