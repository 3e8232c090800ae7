package studio.pingvas.worker.cuda;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorOpsContract;

/** What every implementation of the operations does, on a real GPU. */
@Tag("gpu")
class GpuTensorOpsTest extends TensorOpsContract {
    @AfterEach
    void freeTensors() {
        RealGpu.get().memory.freeTensors();
    }

    @Override
    protected TensorOps ops() {
        return RealGpu.get().ops;
    }

    @Override
    protected Tensor tensor(Shape shape, float... values) {
        float[] numbers = values.length == 0 ? new float[shape.elements()] : values;
        return RealGpu.get().memory.tensor(shape, numbers);
    }
}
