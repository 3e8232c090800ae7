package studio.pingvas.worker.cuda;

import java.nio.ByteBuffer;
import jcuda.Pointer;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * Page-locked host memory, which the GPU reads and writes at full speed and on its own. It grows to
 * the largest picture and is kept: page-locking costs more than the copy.
 */
final class HostStaging implements AutoCloseable {
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

    private static void waitFor(CUstream stream) {
        DriverCall.check("cuStreamSynchronize", JCudaDriver.cuStreamSynchronize(stream));
    }
}
