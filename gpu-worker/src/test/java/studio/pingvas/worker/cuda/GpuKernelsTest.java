package studio.pingvas.worker.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.tensor.OperationCase;

/** The kernels on a real GPU against plain Java, bit for bit. */
@Tag("gpu")
class GpuKernelsTest {
    @Test
    void everyOperationGivesTheBitsOfPlainJava() {
        RealGpu gpu = RealGpu.get();
        List<OperationCase> others = new ArrayList<>();
        for (OperationCase operation : OperationCase.all()) {
            if (!OperationsRun.agrees(operation, gpu.ops, gpu.memory)) {
                others.add(operation);
            }
            gpu.memory.freeTensors();
        }

        assertThat(others).isEmpty();
    }
}
