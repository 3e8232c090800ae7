package studio.pingvas.worker.image;

import java.util.zip.DataFormatException;

/** Each byte of a row is stored as its difference from a guess by its neighbours. */
final class PngFilter {
    private PngFilter() {}

    /**
     * @param row with {@code unit} zero bytes before its first
     * @param above the same of the row above
     * @param unit distance of a byte to its left neighbour
     */
    static void undo(int filter, byte[] row, byte[] above, int unit) throws DataFormatException {
        switch (filter) {
            case 0 -> {}
            case 1 -> addLeft(row, unit);
            case 2 -> addAbove(row, above, unit);
            case 3 -> addAverage(row, above, unit);
            case 4 -> addPaeth(row, above, unit);
            default -> throw new DataFormatException("an unknown filter");
        }
    }

    private static void addLeft(byte[] row, int unit) {
        for (int i = unit; i < row.length; i++) {
            row[i] += row[i - unit];
        }
    }

    private static void addAbove(byte[] row, byte[] above, int unit) {
        for (int i = unit; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private static void addAverage(byte[] row, byte[] above, int unit) {
        for (int i = unit; i < row.length; i++) {
            row[i] += (byte) ((row[i - unit] & 0xFF) + (above[i] & 0xFF) >> 1);
        }
    }

    private static void addPaeth(byte[] row, byte[] above, int unit) {
        for (int i = unit; i < row.length; i++) {
            int left = row[i - unit] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = above[i - unit] & 0xFF;
            row[i] += (byte) nearest(left, up, corner);
        }
    }

    /** Whichever of the three is nearest to left + up - corner, in this order. */
    private static int nearest(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
