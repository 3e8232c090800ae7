package studio.pingvas.worker.cuda;

import java.nio.file.Path;
import studio.pingvas.worker.reference.ReferenceTensorOps;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.OperationCase;

/** Prints for each operation whether the kernels gave the bits of plain Java. */
final class OperationsRun {
    private OperationsRun() {}

    public static void main(String[] arguments) {
        try (GpuContext context = new GpuContext(Path.of(arguments[0]))) {
            DriverMemory memory = new DriverMemory(context, FakeDriver.STREAM);
            long free = context.freeBytes();
            try (CudaTensorOps ops = new CudaTensorOps(context, memory)) {
                for (OperationCase operation : OperationCase.all()) {
                    boolean agrees = agrees(operation, ops, memory);
                    System.out.println((agrees ? "same " : "OTHER ") + operation);
                    memory.freeTensors();
                }
            }
            System.out.println("left behind " + (free - context.freeBytes()));
        }
    }

    static boolean agrees(OperationCase operation, CudaTensorOps ops, DriverMemory memory) {
        return operation
                .bitsOn(ops, memory::tensor)
                .equals(operation.bitsOn(new ReferenceTensorOps(), ArrayTensor::of));
    }
}
