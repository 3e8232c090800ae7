package studio.pingvas.worker.torch;

import java.nio.file.Path;
import studio.pingvas.worker.cuda.DriverProbe;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Prints what libtorch lacks for a GPU, then works on the processor nevertheless. */
final class ProbeThenProcessor {
    private ProbeThenProcessor() {}

    public static void main(String[] arguments) {
        Path cache = Path.of(arguments[0]);
        System.out.println(new TorchProbe(new DriverProbe(cache), cache).look().explanation());
        TorchCpu device = new TorchCpu(cache, 1, new ReferenceTensorOps());
        try (TensorScope scope = device.openScope()) {
            Tensor tensor = scope.floats(Shape.of(3));
            device.ops().fill(tensor, 2);
            System.out.println("filled " + tensor.toArray()[2]);
        }
    }
}
