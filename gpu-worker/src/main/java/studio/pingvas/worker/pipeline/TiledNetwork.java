package studio.pingvas.worker.pipeline;

import java.util.function.BiFunction;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tensor.TilePosition;

/**
 * Runs a network that looks only a little around each position over tiles of its input, so that its
 * memory depends on the tile and not on the picture. Tiles overlap and fade into each other.
 *
 * @param tile side of a tile of the input
 * @param overlap positions of the input that neighbours share
 */
record TiledNetwork(Device device, int tile, int overlap) {
    /**
     * @param scope owns the result
     * @param input of one row
     * @param network what to do with a tile
     * @param scale of positions, from input to output
     * @param channels of the output
     */
    Tensor run(
            TensorScope scope,
            Tensor input,
            BiFunction<TensorScope, Tensor, Tensor> network,
            Ratio scale,
            int channels) {
        TileGrid rows = TileGrid.over(input.shape().dimension(2), tile, overlap);
        TileGrid columns = TileGrid.over(input.shape().dimension(3), tile, overlap);
        Tensor output =
                scope.floats(
                        Shape.of(1, channels, scale.of(rows.length()), scale.of(columns.length())));
        for (int row = 0; row < rows.starts().size(); row++) {
            try (TensorScope rowScope = device.openScope()) {
                Tensor strip =
                        rowScope.floats(
                                Shape.of(
                                        1,
                                        channels,
                                        scale.of(rows.tile()),
                                        scale.of(columns.length())));
                fill(strip, input, network, scale, rows.starts().get(row), rows, columns);
                TilePosition position =
                        new TilePosition(
                                scale.of(rows.starts().get(row)),
                                0,
                                scale.of(rows.overlapBefore(row)),
                                0);
                device.ops().paste(strip, position, output);
            }
        }
        return output;
    }

    /**
     * A whole row of tiles first: a tile that faded in from two sides at once would leave the edge
     * of its neighbour showing through in the corner.
     */
    private void fill(
            Tensor strip,
            Tensor input,
            BiFunction<TensorScope, Tensor, Tensor> network,
            Ratio scale,
            int top,
            TileGrid rows,
            TileGrid columns) {
        for (int column = 0; column < columns.starts().size(); column++) {
            int left = columns.starts().get(column);
            try (TensorScope tileScope = device.openScope()) {
                Tensor part = cut(tileScope, input, top, left, rows.tile(), columns.tile());
                TilePosition position =
                        new TilePosition(
                                0, scale.of(left), 0, scale.of(columns.overlapBefore(column)));
                device.ops().paste(network.apply(tileScope, part), position, strip);
            }
        }
    }

    private Tensor cut(TensorScope scope, Tensor input, int top, int left, int height, int width) {
        Tensor part = scope.floats(Shape.of(1, input.shape().dimension(1), height, width));
        device.ops().crop(input, top, left, part);
        return part;
    }

    /**
     * A ratio of whole numbers; what it is applied to must be divisible.
     *
     * @param times multiplied with
     * @param divisor divided by
     */
    record Ratio(int times, int divisor) {
        int of(int positions) {
            int product = Math.multiplyExact(positions, times);
            if (product % divisor != 0) {
                throw new IllegalArgumentException(positions + " is not divisible by " + divisor);
            }
            return product / divisor;
        }
    }
}
