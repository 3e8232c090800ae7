package studio.pingvas.worker.tensor;

import java.util.List;
import java.util.Map;

/** A network that is another one, but for what a subclass says. */
public abstract class DelegatingNetwork implements Network {
    private final Network network;

    protected DelegatingNetwork(Network network) {
        this.network = network;
    }

    @Override
    public List<Tensor> forwardAll(TensorScope scope, int count, Tensor... inputs) {
        return network.forwardAll(scope, count, inputs);
    }

    @Override
    public long bytes() {
        return network.bytes();
    }

    @Override
    public Map<String, Shape> parameters() {
        return network.parameters();
    }

    @Override
    public WeightChange change(Map<String, WeightDelta> deltas) {
        return network.change(deltas);
    }

    @Override
    public void close() {
        network.close();
    }
}
