package studio.pingvas.worker.tensor;

import java.util.List;
import java.util.Map;

/** A neural network with its weights on a device. */
public interface Network extends AutoCloseable {
    /**
     * @param count how many outputs are expected
     * @return the outputs in order, 32-bit floats, owned by the scope
     * @throws NetworkException if the network does not take such inputs, or gives another number of
     *     outputs
     */
    List<Tensor> forwardAll(TensorScope scope, int count, Tensor... inputs);

    /** For a network of one output. */
    default Tensor forward(TensorScope scope, Tensor... inputs) {
        return forwardAll(scope, 1, inputs).get(0);
    }

    /** Memory that its weights take. */
    long bytes();

    /**
     * Names and shapes of the weights, floats of any width; none if the file was frozen, which
     * makes them constants.
     */
    Map<String, Shape> parameters();

    /**
     * Adds to weights in place. One change at a time.
     *
     * @param deltas by the name of the parameter
     * @throws WeightOverflowException if a weight would no longer be a finite number; all are as
     *     before then, as after every other failure
     */
    WeightChange change(Map<String, WeightDelta> deltas);

    @Override
    void close();
}
