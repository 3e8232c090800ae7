package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.tensor.ArrayFactor;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.Factor;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tensor.WeightChange;
import studio.pingvas.worker.tensor.WeightDelta;
import studio.pingvas.worker.tensor.WeightDelta.Product;
import studio.pingvas.worker.tensor.WeightOverflowException;

class TorchWeightChangeTest {
    @TempDir Path folder;

    private final TorchCpu device = Demonstration.device();
    private Network network;

    @BeforeEach
    void loadNetwork() {
        Path file =
                new ModuleFile(
                                """
                                def forward(self, x):
                                  hidden = torch.matmul(x, self.a.weight.t())
                                  output = torch.matmul(hidden, self.b.weight.t())
                                  return torch.cat([output, hidden], 1)
                                """)
                        .parameter("a.weight", 3, 2)
                        .parameter("b.weight", 2, 3)
                        .write(folder.resolve("network.pt"));
        network = device.load(file);
    }

    @AfterEach
    void freeNetwork() {
        network.close();
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void weightsAreNamedAndMeasured() {
        assertThat(network.parameters())
                .containsExactly(
                        Map.entry("a.weight", Shape.of(3, 2)),
                        Map.entry("b.weight", Shape.of(2, 3)));
    }

    @Test
    void productsAreAddedToTheWeight() {
        float[] before = output();
        Product first = product(2, new float[] {1, 2}, new float[] {3, 4, 5});
        Product second = product(-1, new float[] {1, 0}, new float[] {1, 1, 1});
        try (WeightChange change = change("b.weight", first, second)) {
            assertThat(change).isNotNull();
            // The output of b, and the three inputs of b after it.
            float down = 3 * before[2] + 4 * before[3] + 5 * before[4];
            float ones = before[2] + before[3] + before[4];
            assertThat(output()[0]).isCloseTo(before[0] + 2 * down - ones, within(1e-4f));
            assertThat(output()[1]).isCloseTo(before[1] + 4 * down, within(1e-4f));
        }
    }

    @Test
    void closedChangeLeavesTheWeightsAsTheyWere() {
        float[] before = output();
        try (WeightChange change = change("b.weight", small(0.1f))) {
            assertThat(change).isNotNull();
            assertThat(output()).isNotEqualTo(before);
            assertThat(device.liveTensors()).isEqualTo(1);
        }

        assertThat(output()).isEqualTo(before);
        assertThat(device.liveTensors()).isZero();
    }

    @Test
    void failureInTheMiddleUndoesWhatWasDone() {
        float[] before = output();
        Map<String, WeightDelta> deltas = new LinkedHashMap<>();
        deltas.put("a.weight", delta(product(1, new float[] {1, 1, 1}, new float[] {1, 1})));
        deltas.put("b.weight", delta(broken(new Unreadable())));

        assertThatThrownBy(() -> network.change(deltas)).isInstanceOf(Unreadable.class);

        assertThat(output()).isEqualTo(before);
        network.change(Map.of()).close();
    }

    /** libtorch tells it by the text alone. */
    @Test
    void lackOfMemoryInTheMiddleIsTold() {
        float[] before = output();
        Product noRoom = broken(new RuntimeException("CUDA out of memory. Tried to allocate"));

        assertThatThrownBy(() -> change("b.weight", noRoom))
                .isInstanceOf(DeviceMemoryException.class);

        assertThat(output()).isEqualTo(before);
    }

    @Test
    void weightThatWouldBeNoNumberIsRefused() {
        float[] before = output();
        Product huge = product(3e38f, new float[] {10, 1}, new float[] {1, 1, 1});

        assertThatThrownBy(() -> change("b.weight", huge))
                .isInstanceOf(WeightOverflowException.class)
                .hasMessageContaining("b.weight");

        assertThat(output()).isEqualTo(before);
    }

    @Test
    void productsOfAnotherSizeAreRefused() {
        Product wrong = product(1, new float[] {1, 2}, new float[] {1, 2});

        assertThatThrownBy(() -> change("b.weight", wrong))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change("c.weight", small(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Product(
                                        new ArrayFactor(Shape.of(2, 2)),
                                        new ArrayFactor(Shape.of(3, 2)),
                                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyOneChangeIsOpenAtATime() {
        WeightChange first = change("b.weight", small(1));

        assertThatThrownBy(() -> change("a.weight", small(1)))
                .isInstanceOf(IllegalStateException.class);

        first.close();
        change("b.weight", small(1)).close();
    }

    private WeightChange change(String name, Product... products) {
        return network.change(Map.of(name, delta(products)));
    }

    private static WeightDelta delta(Product... products) {
        return new WeightDelta(List.of(products));
    }

    private static Product small(float scale) {
        return product(scale, new float[] {0.3f, 0.7f}, new float[] {0.1f, 0.2f, 0.9f});
    }

    private static Product product(float scale, float[] up, float[] down) {
        return new Product(
                new ArrayFactor(Shape.of(up.length, 1), up),
                new ArrayFactor(Shape.of(1, down.length), down),
                scale);
    }

    private float[] output() {
        try (TensorScope scope = device.openScope()) {
            Tensor input = scope.floats(Shape.of(1, 2));
            input.floats().put(new float[] {0.6f, -1.3f});
            float[] output = new float[5];
            network.forward(scope, input).floats().get(output);
            return output;
        }
    }

    private static Product broken(RuntimeException failure) {
        return new Product(
                new Broken(Shape.of(2, 1), failure), new Broken(Shape.of(1, 3), failure), 1);
    }

    private record Broken(Shape shape, RuntimeException failure) implements Factor {
        @Override
        public void readInto(FloatBuffer target) {
            throw failure;
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
