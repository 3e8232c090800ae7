package studio.pingvas.worker.tensor;

import java.util.Map;

/** A neural network with its weights on a device. */
public interface Network extends AutoCloseable {
    /**
     * @return the output, 32-bit floats, owned by the scope
     * @throws NetworkException if the network does not take such inputs
     */
    Tensor forward(TensorScope scope, Tensor... inputs);

    /** Memory that its weights take. */
    long bytes();

    /** Names and shapes of the weights; none if the file was frozen, which makes them constants. */
    Map<String, Shape> parameters();

    /**
     * Adds to weights in place. One change at a time.
     *
     * @param deltas by the name of the parameter
     * @throws NetworkException if a weight would no longer be a finite number; all are as before
     *     then, as after every other failure
     */
    WeightChange change(Map<String, WeightDelta> deltas);

    @Override
    void close();
}
