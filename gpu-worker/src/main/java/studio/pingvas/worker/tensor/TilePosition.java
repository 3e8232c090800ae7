package studio.pingvas.worker.tensor;

/**
 * Where a tile goes.
 *
 * @param top first row in the picture
 * @param left first column in the picture
 * @param fadeRows rows of the tile that fade in from above
 * @param fadeColumns columns of the tile that fade in from the left
 */
public record TilePosition(int top, int left, int fadeRows, int fadeColumns) {
    public TilePosition {
        if (top < 0 || left < 0 || fadeRows < 0 || fadeColumns < 0) {
            throw new IllegalArgumentException("No place for a tile: " + top + ", " + left);
        }
    }
}
