package studio.pingvas.worker.tensor;

import java.nio.file.Path;

/** Where networks and operations run. Used by one thread at a time. */
public interface Device {
    /** {@code cpu} or {@code cuda}. */
    String name();

    TensorScope openScope();

    TensorOps ops();

    /**
     * @throws NetworkException if the file holds no network
     */
    Network load(Path file);

    /** Any thread may ask. */
    MemoryUse memoryUse();

    /** Gives back what is kept for later but not in use, after a {@link DeviceMemoryException}. */
    void releaseUnusedMemory();
}
