package studio.pingvas.worker.reference;

import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorOps;
import studio.pingvas.worker.tensor.TensorOpsContract;

class ReferenceTensorOpsTest extends TensorOpsContract {
    @Override
    protected TensorOps ops() {
        return new ReferenceTensorOps();
    }

    @Override
    protected Tensor tensor(Shape shape, float... values) {
        return ArrayTensor.of(shape, values);
    }
}
