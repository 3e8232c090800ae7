package studio.pingvas.worker.image;

import studio.pingvas.platform.picture.PngColors;

/** How the bytes of a row mean colours. */
final class PngRow {
    private static final int OPAQUE = 255;

    private final int colorType;
    private final int depth;
    private final int channels;
    private final byte[] palette;
    private final byte[] transparency;

    /**
     * @param palette or null
     * @param transparency alpha of the palette's colours, or the one colour that is not there, or
     *     null
     */
    PngRow(int colorType, int depth, byte[] palette, byte[] transparency) {
        this.colorType = colorType;
        this.depth = depth;
        this.channels =
                switch (colorType) {
                    case PngColors.GREY, PngColors.PALETTE -> 1;
                    case PngColors.GREY_ALPHA -> 2;
                    case PngColors.RGB -> 3;
                    default -> 4;
                };
        this.palette = palette;
        this.transparency = transparency;
    }

    int bytes(int columns) {
        return Math.toIntExact(((long) columns * channels * depth + 7) / 8);
    }

    int filterUnit() {
        return Math.max(1, channels * depth / 8);
    }

    /**
     * @param start of the row's bytes
     */
    void put(byte[] row, int start, int column, UprightCanvas canvas, int x, int y) {
        int first = sample(row, start, column * channels);
        switch (colorType) {
            case PngColors.PALETTE -> putOfPalette(first, canvas, x, y);
            case PngColors.GREY -> {
                int grey = eightBits(first);
                canvas.put(x, y, grey, grey, grey, alphaUnless(first, first, first));
            }
            case PngColors.GREY_ALPHA -> {
                int grey = eightBits(first);
                int alpha = eightBits(sample(row, start, column * channels + 1));
                canvas.put(x, y, grey, grey, grey, alpha);
            }
            default -> {
                int green = sample(row, start, column * channels + 1);
                int blue = sample(row, start, column * channels + 2);
                int alpha =
                        channels == 4
                                ? eightBits(sample(row, start, column * channels + 3))
                                : alphaUnless(first, green, blue);
                canvas.put(x, y, eightBits(first), eightBits(green), eightBits(blue), alpha);
            }
        }
    }

    /** An index without a colour is black, as browsers show it. */
    private void putOfPalette(int index, UprightCanvas canvas, int x, int y) {
        int at = 3 * index;
        boolean known = at < palette.length;
        int alpha =
                transparency != null && index < transparency.length
                        ? transparency[index] & 0xFF
                        : OPAQUE;
        canvas.put(
                x,
                y,
                known ? palette[at] : 0,
                known ? palette[at + 1] : 0,
                known ? palette[at + 2] : 0,
                alpha);
    }

    private int alphaUnless(int red, int green, int blue) {
        if (transparency == null || key(0) != red) {
            return OPAQUE;
        }
        boolean same = transparency.length == 2 || key(1) == green && key(2) == blue;
        return same ? 0 : OPAQUE;
    }

    private int key(int channel) {
        return (transparency[2 * channel] & 0xFF) << 8 | transparency[2 * channel + 1] & 0xFF;
    }

    private int sample(byte[] row, int start, int index) {
        if (depth == 8) {
            return row[start + index] & 0xFF;
        }
        if (depth == 16) {
            int at = start + 2 * index;
            return (row[at] & 0xFF) << 8 | row[at + 1] & 0xFF;
        }
        int bit = index * depth;
        int shift = 8 - depth - bit % 8;
        return row[start + bit / 8] >> shift & (1 << depth) - 1;
    }

    private int eightBits(int sample) {
        return switch (depth) {
            case 8 -> sample;
            // Rounded, not cut: 65535 / 255 is 257.
            case 16 -> (sample + 128) / 257;
            default -> sample * 255 / ((1 << depth) - 1);
        };
    }
}
