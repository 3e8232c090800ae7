package studio.pingvas.worker.tensor;

/** A tensor that may be on a GPU, where kernels reach it by its address. */
public interface DeviceTensor extends Tensor {
    /**
     * Of the first number; the others follow without gaps.
     *
     * @throws IllegalStateException if they are not 32-bit floats on a GPU, or the scope is closed
     */
    long address();
}
