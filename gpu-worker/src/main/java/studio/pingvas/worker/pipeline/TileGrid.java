package studio.pingvas.worker.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * One side of a picture cut into tiles of one length that overlap by at least a given number of
 * positions.
 *
 * @param length of the side
 * @param tile length of each tile; that of the side, if it is shorter
 * @param starts first position of each tile, rising
 */
record TileGrid(int length, int tile, List<Integer> starts) {
    /**
     * @param overlap at least; less than {@code tile}
     */
    static TileGrid over(int length, int tile, int overlap) {
        if (overlap < 0 || overlap >= tile) {
            throw new IllegalArgumentException("Tiles of " + tile + " overlap by " + overlap);
        }
        if (length <= tile) {
            return new TileGrid(length, length, List.of(0));
        }
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < length - tile; start += tile - overlap) {
            starts.add(start);
        }
        starts.add(length - tile);
        return new TileGrid(length, tile, List.copyOf(starts));
    }

    /** How many positions a tile shares with the one before it. */
    int overlapBefore(int index) {
        return index == 0 ? 0 : starts.get(index - 1) + tile - starts.get(index);
    }
}
