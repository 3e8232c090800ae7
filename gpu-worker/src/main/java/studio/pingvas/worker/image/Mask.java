package studio.pingvas.worker.image;

/**
 * Which pixels shall be made anew: 255 white, wholly; 0 black, not at all.
 *
 * @param values row by row, top first
 */
public record Mask(int width, int height, byte[] values) {
    public Mask {
        if (values.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("Not " + width + "x" + height + " values.");
        }
    }

    /**
     * What is transparent counts as black. A mask is not stretched: one of another size was drawn
     * for another picture.
     *
     * @param file PNG, JPEG or WebP
     * @param width of the picture
     * @param height of the picture
     * @throws InputRefusedException if it is no picture, of another size, or black
     */
    public static Mask read(byte[] file, int width, int height) {
        Mask mask = of(PictureReader.decode(file));
        if (mask.width != width || mask.height != height) {
            throw InputRefusedException.maskOfAnotherSize(mask, width, height);
        }
        if (mask.isBlack()) {
            throw InputRefusedException.emptyMask();
        }
        return mask;
    }

    private static Mask of(Bitmap bitmap) {
        byte[] rgba = bitmap.rgba();
        byte[] values = new byte[rgba.length / 4];
        for (int i = 0; i < values.length; i++) {
            int luma =
                    299 * (rgba[4 * i] & 0xFF)
                            + 587 * (rgba[4 * i + 1] & 0xFF)
                            + 114 * (rgba[4 * i + 2] & 0xFF);
            values[i] = (byte) ((luma * (rgba[4 * i + 3] & 0xFF) + 127_500) / 255_000);
        }
        return new Mask(bitmap.width(), bitmap.height(), values);
    }

    private boolean isBlack() {
        for (byte value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
