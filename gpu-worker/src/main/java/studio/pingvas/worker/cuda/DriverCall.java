package studio.pingvas.worker.cuda;

import jcuda.driver.CUdevice;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import studio.pingvas.worker.tensor.DeviceLostException;
import studio.pingvas.worker.tensor.DeviceMemoryException;

/** Calls of the driver whose results become exceptions. */
final class DriverCall {
    private DriverCall() {}

    /**
     * @param call what was tried, for people
     */
    static void check(String call, int result) {
        switch (result) {
            case CUresult.CUDA_SUCCESS -> {}
            case CUresult.CUDA_ERROR_OUT_OF_MEMORY ->
                    throw new DeviceMemoryException(call + ": out of memory", null);
            // After these every further call of this process fails the same way.
            case CUresult.CUDA_ERROR_ILLEGAL_ADDRESS,
                    CUresult.CUDA_ERROR_LAUNCH_TIMEOUT,
                    CUresult.CUDA_ERROR_HARDWARE_STACK_ERROR,
                    CUresult.CUDA_ERROR_ILLEGAL_INSTRUCTION,
                    CUresult.CUDA_ERROR_MISALIGNED_ADDRESS,
                    CUresult.CUDA_ERROR_INVALID_ADDRESS_SPACE,
                    CUresult.CUDA_ERROR_INVALID_PC,
                    CUresult.CUDA_ERROR_LAUNCH_FAILED,
                    CUresult.CUDA_ERROR_ECC_UNCORRECTABLE,
                    CUresult.CUDA_ERROR_CONTEXT_IS_DESTROYED,
                    CUresult.CUDA_ERROR_UNKNOWN ->
                    throw new DeviceLostException(call + ": " + CUresult.stringFor(result), null);
            default -> throw new DriverException(call + ": " + CUresult.stringFor(result));
        }
    }

    static int attribute(CUdevice device, int attribute) {
        int[] value = {0};
        check("cuDeviceGetAttribute", JCudaDriver.cuDeviceGetAttribute(value, attribute, device));
        return value[0];
    }
}
