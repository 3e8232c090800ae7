package studio.pingvas.worker.cuda;

import java.nio.file.Path;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.JCudaDriver;

/**
 * The primary context of the first GPU, which libtorch uses, too. A driver knows for each thread in
 * which context it works.
 */
public final class GpuContext implements AutoCloseable {
    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final int multiprocessors;
    private Thread entered;

    /**
     * @throws LinkageError where {@link DriverProbe} finds nothing usable
     */
    public GpuContext(Path nativeCache) {
        NativeLibrary.load(nativeCache);
        DriverCall.check("cuInit", JCudaDriver.cuInit(0));
        DriverCall.check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, 0));
        multiprocessors =
                DriverCall.attribute(
                        device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
        DriverCall.check(
                "cuDevicePrimaryCtxRetain", JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
    }

    /** Makes this the context of the calling thread. */
    public synchronized void enter() {
        if (entered != Thread.currentThread()) {
            DriverCall.check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
            entered = Thread.currentThread();
        }
    }

    public int multiprocessors() {
        return multiprocessors;
    }

    public long freeBytes() {
        enter();
        long[] free = {0};
        long[] total = {0};
        DriverCall.check("cuMemGetInfo", JCudaDriver.cuMemGetInfo(free, total));
        return free[0];
    }

    public long totalBytes() {
        long[] total = {0};
        DriverCall.check("cuDeviceTotalMem", JCudaDriver.cuDeviceTotalMem(total, device));
        return total[0];
    }

    @Override
    public void close() {
        DriverCall.check(
                "cuDevicePrimaryCtxRelease", JCudaDriver.cuDevicePrimaryCtxRelease(device));
    }
}
