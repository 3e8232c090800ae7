package studio.pingvas.worker.cuda;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import studio.pingvas.worker.life.CudaProbe;
import studio.pingvas.worker.life.DriverFiles;

/** Asks the driver itself. Whatever is missing, it answers; it never ends the process. */
public final class DriverProbe implements CudaProbe {
    // libtorch's kernels are built against CUDA 13 for these GPUs and newer ones.
    private static final int LEAST_CUDA = 13_000;
    private static final int LEAST_CAPABILITY = 75;
    private static final int NAME_LENGTH = 256;

    private final Path nativeCache;

    /**
     * @param nativeCache folder for unpacked native libraries
     */
    public DriverProbe(Path nativeCache) {
        this.nativeCache = nativeCache;
    }

    @Override
    public Finding look() {
        if (!NativeLibrary.isInThisBuild()) {
            return new DriverFiles().look();
        }
        try {
            NativeLibrary.load(nativeCache);
            return ask();
        } catch (LinkageError e) {
            // It needs libcuda.so.1; only the first of all tries says so.
            return Finding.missing(Finding.NO_DRIVER);
        } catch (RuntimeException e) {
            return Finding.missing(Finding.NO_DRIVER + " that works: " + e.getMessage());
        }
    }

    private static Finding ask() {
        int[] count = {0};
        int started = JCudaDriver.cuInit(0);
        if (started != CUresult.CUDA_ERROR_NO_DEVICE) {
            DriverCall.check("cuInit", started);
            DriverCall.check("cuDeviceGetCount", JCudaDriver.cuDeviceGetCount(count));
        }
        if (count[0] == 0) {
            return Finding.missing(Finding.NO_DEVICE);
        }
        int[] version = {0};
        DriverCall.check("cuDriverGetVersion", JCudaDriver.cuDriverGetVersion(version));
        if (version[0] < LEAST_CUDA) {
            return Finding.missing(
                    "%s for CUDA %s: this one is for CUDA %s"
                            .formatted(
                                    Finding.NO_DRIVER,
                                    versionOf(LEAST_CUDA),
                                    versionOf(version[0])));
        }
        return ofFirstDevice();
    }

    private static Finding ofFirstDevice() {
        CUdevice device = new CUdevice();
        DriverCall.check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, 0));
        int major =
                DriverCall.attribute(
                        device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor =
                DriverCall.attribute(
                        device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        String name = "%s (compute capability %d.%d)".formatted(nameOf(device), major, minor);
        if (major * 10 + minor < LEAST_CAPABILITY) {
            return Finding.missing(Finding.NO_DEVICE + " with compute capability 7.5: " + name);
        }
        long[] bytes = {0};
        DriverCall.check("cuDeviceTotalMem", JCudaDriver.cuDeviceTotalMem(bytes, device));
        return Finding.gpu(name, bytes[0]);
    }

    private static String nameOf(CUdevice device) {
        byte[] name = new byte[NAME_LENGTH];
        DriverCall.check("cuDeviceGetName", JCudaDriver.cuDeviceGetName(name, NAME_LENGTH, device));
        return new String(name, StandardCharsets.UTF_8).trim();
    }

    private static String versionOf(int version) {
        return version / 1000 + "." + version % 1000 / 10;
    }
}
