package studio.pingvas.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.pipeline.TiledNetwork.Ratio;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.TorchCpu;

class TiledNetworkTest {
    private final TorchCpu device = Demonstration.device();

    @ParameterizedTest
    @CsvSource({"1, 8, 2", "8, 8, 2", "9, 8, 2", "100, 8, 2", "101, 16, 0"})
    void everyPositionIsCoveredAndNeighboursOverlap(int length, int tile, int overlap) {
        TileGrid grid = TileGrid.over(length, tile, overlap);

        int covered = 0;
        for (int i = 0; i < grid.starts().size(); i++) {
            int start = grid.starts().get(i);
            assertThat(start).isLessThanOrEqualTo(covered - (i == 0 ? 0 : overlap));
            assertThat(grid.overlapBefore(i)).isEqualTo(covered - start);
            covered = start + grid.tile();
        }
        assertThat(covered).isEqualTo(length);
    }

    @Test
    void overlapAsLargeAsATileIsRefused() {
        assertThatThrownBy(() -> TileGrid.over(10, 4, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Looks at one position only, so tiles and fades must change nothing. */
    @Test
    void pointwiseNetworkGivesTheSameInTiles() {
        try (TensorScope scope = device.openScope()) {
            Tensor input = scope.floats(Shape.of(1, 2, 13, 21));
            for (int i = 0; i < input.shape().elements(); i++) {
                input.floats().put(i, i * 0.25f);
            }
            List<Shape> seen = new ArrayList<>();

            Tensor output =
                    new TiledNetwork(device, 8, 3)
                            .run(
                                    scope,
                                    input,
                                    (tileScope, tile) -> {
                                        seen.add(tile.shape());
                                        return doubled(tileScope, tile);
                                    },
                                    new Ratio(2, 1),
                                    2);

            Tensor whole = doubled(scope, input);
            assertThat(seen).hasSize(2 * 4).containsOnly(Shape.of(1, 2, 8, 8));
            assertThat(output.shape()).isEqualTo(whole.shape());
            for (int i = 0; i < whole.shape().elements(); i++) {
                assertThat(output.floats().get(i)).isEqualTo(whole.floats().get(i));
            }
        }
        assertThat(device.liveTensors()).isZero();
    }

    /** Each position becomes four equal ones. */
    private static Tensor doubled(TensorScope scope, Tensor tile) {
        int height = tile.shape().dimension(2);
        int width = tile.shape().dimension(3);
        Tensor large = scope.floats(Shape.of(1, 2, height * 2, width * 2));
        for (int i = 0; i < large.shape().elements(); i++) {
            int x = i % (2 * width);
            int y = i / (2 * width) % (2 * height);
            int plane = i / (4 * width * height);
            large.floats().put(i, tile.floats().get((plane * height + y / 2) * width + x / 2));
        }
        return large;
    }
}
