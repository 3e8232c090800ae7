package studio.pingvas.worker.tensor;

/** A neural network with its weights on a device. */
public interface Network extends AutoCloseable {
    /**
     * @return the output, 32-bit floats, owned by the scope
     * @throws NetworkException if the network does not take such inputs
     */
    Tensor forward(TensorScope scope, Tensor... inputs);

    /** Memory that its weights take. */
    long bytes();

    @Override
    void close();
}
