package studio.pingvas.worker.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.JCudaDriver;

/** Our kernels as the driver has loaded them. */
final class KernelModule implements AutoCloseable {
    private static final String FATBIN = "/kernels/kernels.fatbin";

    private final GpuContext context;
    private final CUmodule module = new CUmodule();
    private final Map<String, CUfunction> functions = new HashMap<>();

    KernelModule(GpuContext context) {
        this.context = context;
        context.enter();
        DriverCall.check(
                "cuModuleLoadData", JCudaDriver.cuModuleLoadData(module, resource(FATBIN)));
    }

    CUfunction function(String name) {
        return functions.computeIfAbsent(name, this::find);
    }

    @Override
    public void close() {
        context.enter();
        DriverCall.check("cuModuleUnload", JCudaDriver.cuModuleUnload(module));
    }

    private CUfunction find(String name) {
        CUfunction function = new CUfunction();
        DriverCall.check(
                "cuModuleGetFunction " + name,
                JCudaDriver.cuModuleGetFunction(function, module, name));
        return function;
    }

    private static byte[] resource(String name) {
        try (InputStream in = KernelModule.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DriverException("This build has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
