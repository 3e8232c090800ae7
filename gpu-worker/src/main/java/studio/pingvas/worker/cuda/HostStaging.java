package studio.pingvas.worker.cuda;

import java.nio.ByteBuffer;
import jcuda.Pointer;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * Page-locked host memory, which the GPU reads and writes at full speed and on its own. It is kept,
 * since page-locking costs more than the copy, but no more of it than for a large picture.
 */
final class HostStaging implements AutoCloseable {
    private static final long MOST_KEPT = 64 << 20;

    private final GpuContext context;
    private Pointer memory;
    private long capacity;

    HostStaging(GpuContext context) {
        this.context = context;
    }

    /** Waits for all that was launched in the stream before. */
    byte[] download(long address, int bytes, CUstream stream) {
        reserve(bytes);
        DriverCall.check(
                "cuMemcpyDtoHAsync",
                JCudaDriver.cuMemcpyDtoHAsync(memory, RawHandles.memory(address), bytes, stream));
        waitFor(stream);
        byte[] copy = new byte[bytes];
        buffer(bytes).get(copy);
        releaseExcess();
        return copy;
    }

    /** Returns when the bytes are on the GPU: the next copy reuses the memory they come from. */
    void upload(byte[] bytes, long address, CUstream stream) {
        reserve(bytes.length);
        buffer(bytes.length).put(bytes);
        DriverCall.check(
                "cuMemcpyHtoDAsync",
                JCudaDriver.cuMemcpyHtoDAsync(
                        RawHandles.memory(address), memory, bytes.length, stream));
        waitFor(stream);
        releaseExcess();
    }

    @Override
    public void close() {
        if (memory != null) {
            context.enter();
            DriverCall.check("cuMemFreeHost", JCudaDriver.cuMemFreeHost(memory));
            memory = null;
            capacity = 0;
        }
    }

    private ByteBuffer buffer(int bytes) {
        return memory.getByteBuffer(0, bytes);
    }

    private void reserve(long bytes) {
        if (bytes <= capacity) {
            return;
        }
        close();
        Pointer larger = new Pointer();
        DriverCall.check("cuMemAllocHost", JCudaDriver.cuMemAllocHost(larger, bytes));
        memory = larger;
        capacity = bytes;
    }

    private void releaseExcess() {
        if (capacity > MOST_KEPT) {
            close();
        }
    }

    private static void waitFor(CUstream stream) {
        DriverCall.check("cuStreamSynchronize", JCudaDriver.cuStreamSynchronize(stream));
    }
}
