package studio.pingvas.worker.cuda;

import studio.pingvas.worker.tensor.DeviceMemoryException;

/** What kernels borrow from whoever owns the memory of the GPU: scratch, and the stream. */
public interface DeviceSpace {
    /**
     * @throws DeviceMemoryException if there is no room
     */
    Block allocate(long bytes);

    /** Address of the CUDA stream in which the networks of the calling thread work; 0 is valid. */
    long stream();

    /** Memory on the GPU. What was launched before its end still works on it. */
    interface Block extends AutoCloseable {
        long address();

        @Override
        void close();
    }
}
