package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** What a GPU does with a network in half precision, tried in host memory. */
class StoredPrecisionTest {
    private static final float TENTH_IN_HALF = 0.099975586f;
    private static final float TIMESTEP = 937.3f;

    @TempDir Path folder;

    private final TorchPlace place = new TorchPlace(DeviceType.CPU, false, () -> {});

    @Test
    void inputsAreTakenInThePrecisionOfTheWeights() {
        assertThat(outputs(echo().halfPrecision()).get(0)).containsExactly(TENTH_IN_HALF);
    }

    @Test
    void timestepsAreNotRounded() {
        assertThat(outputs(echo().halfPrecision()).get(1)).containsExactly(TIMESTEP);
    }

    @Test
    void networkThatHidesItsWeightsGetsFullPrecision() {
        assertThat(outputs(echo().halfPrecision().frozen()).get(0)).containsExactly(0.1f);
    }

    @Test
    void weightsTakeHalfTheMemory() {
        ModuleFile file = new ModuleFile("def forward(self, x):\n    return x * self.w\n");
        Path half = file.parameter("w", 1, 100_000).halfPrecision().write(folder.resolve("m.pt"));

        try (Network network = TorchModule.load(half, place)) {
            assertThat(network.bytes()).isBetween(200_000L, 300_000L);
        }
    }

    private static ModuleFile echo() {
        return new ModuleFile("def forward(self, x, t):\n    return (x, t, x * self.w)\n")
                .parameter("w", 1, 1);
    }

    private List<float[]> outputs(ModuleFile file) {
        try (Network network = TorchModule.load(file.write(folder.resolve("m.pt")), place);
                TensorScope scope = new TorchScope(place)) {
            Tensor x = scope.floats(Shape.of(1, 1), new float[] {0.1f});
            Tensor timestep = scope.floats(Shape.of(1), new float[] {TIMESTEP});
            return network.forwardAll(scope, 3, x, timestep).stream().map(Tensor::toArray).toList();
        }
    }
}
