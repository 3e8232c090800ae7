package studio.pingvas.worker.tensor;

/** A tensor in memory that kernels reach by its address. */
public interface DeviceTensor extends Tensor {
    /**
     * Of the first number; the others follow without gaps.
     *
     * @throws IllegalStateException if they are not 32-bit floats, or the scope is closed
     */
    long address();
}
