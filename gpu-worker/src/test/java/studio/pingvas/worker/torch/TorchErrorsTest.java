package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.tensor.DeviceLostException;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.NetworkException;

class TorchErrorsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate"
                        + " memory: you tried to allocate 4000000000000 bytes.",
                "CUDA out of memory. Tried to allocate 20.00 GiB. GPU 0 has a total capacity of",
                "CUDA error: out of memory\nCUDA kernel errors might be asynchronously reported",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
                "The following operation failed in the TorchScript interpreter.\nTraceback of"
                        + " TorchScript:\nRuntimeError: CUDA out of memory. Tried to allocate 2 GiB"
            })
    void lackOfMemoryIsNotTheModelsFault(String text) {
        assertThat(TorchErrors.translate("A network failed", new RuntimeException(text)))
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessage("A network failed: out of memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA error: an illegal memory access was encountered",
                "CUDA error: device-side assert triggered\nCUDA kernel errors might be",
                "CUDA error: unspecified launch failure"
            })
    void gpuThatFailedIsLost(String text) {
        assertThat(TorchErrors.translate("A network failed", new RuntimeException(text)))
                .isInstanceOf(DeviceLostException.class)
                .hasMessageStartingWith("A network failed: CUDA error: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void everythingElseIsTheModelsFault() {
        String text = "shape '[2, 3]' is invalid\nException raised from native frames";

        assertThat(TorchErrors.translate("A network failed", new RuntimeException(text)))
                .isInstanceOf(NetworkException.class)
                .hasMessage("A network failed: shape '[2, 3]' is invalid");
        assertThat(TorchErrors.translate("A network failed", new RuntimeException()))
                .isInstanceOf(NetworkException.class)
                .hasMessage("A network failed: no reason given");
    }
}
