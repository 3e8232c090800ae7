package studio.pingvas.worker.tensor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A device whose networks run out of memory on inputs of more than so many numbers, as a small GPU
 * would. All else is the device's own.
 */
public final class StingyDevice extends DelegatingDevice {
    private final Map<String, Integer> limits;
    private final List<String> refusals = new ArrayList<>();

    /**
     * @param limits most numbers of the first input, by the network's file name; 0 for none, not
     *     even for its weights
     */
    public StingyDevice(Device device, Map<String, Integer> limits) {
        super(device);
        this.limits = limits;
    }

    /** File names of the networks that ran out of memory, in order. */
    public List<String> refusals() {
        return refusals;
    }

    @Override
    public Network load(Path file) {
        String name = file.getFileName().toString();
        int limit = limits.getOrDefault(name, Integer.MAX_VALUE);
        if (limit == 0) {
            refusals.add(name);
            throw new DeviceMemoryException("no room for " + name, null);
        }
        return new StingyNetwork(super.load(file), name, limit);
    }

    private final class StingyNetwork extends DelegatingNetwork {
        private final String name;
        private final int limit;

        StingyNetwork(Network network, String name, int limit) {
            super(network);
            this.name = name;
            this.limit = limit;
        }

        @Override
        public List<Tensor> forwardAll(TensorScope scope, int count, Tensor... inputs) {
            if (inputs[0].shape().elements() > limit) {
                refusals.add(name);
                throw new DeviceMemoryException(name + ": " + inputs[0].shape(), null);
            }
            return super.forwardAll(scope, count, inputs);
        }
    }
}
