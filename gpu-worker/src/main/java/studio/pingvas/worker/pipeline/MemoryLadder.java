package studio.pingvas.worker.pipeline;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceMemoryException;

/**
 * Ways to need less memory, each taken only after the device had too little for the way before it,
 * and kept for the rest of the job. The pictures are of the same seed and kind; sums that are cut
 * otherwise may differ in their last bits.
 */
final class MemoryLadder {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryLadder.class);

    private final Device device;
    private final Set<Rung> taken = EnumSet.noneOf(Rung.class);

    /** What is done in smaller parts. */
    enum Rung {
        /** Pictures are encoded and decoded tile by tile. */
        TILED_AUTOENCODER,
        /** The network is asked with the prompt and without one after the other. */
        ROWS_APART
    }

    MemoryLadder(Device device) {
        this.device = device;
    }

    /**
     * @param whole the fast way
     * @param parts the way that needs less memory
     * @throws DeviceMemoryException if there is too little even for that
     */
    <T> T attempt(Rung rung, Supplier<T> whole, Supplier<T> parts) {
        if (!taken.contains(rung)) {
            try {
                return whole.get();
            } catch (DeviceMemoryException e) {
                LOG.warn("memory is short, from here on: {}: {}", rung, e.getMessage());
                taken.add(rung);
                device.releaseUnusedMemory();
            }
        }
        return parts.get();
    }
}
