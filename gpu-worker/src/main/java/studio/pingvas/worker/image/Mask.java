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
     * What is transparent counts as black.
     *
     * @param file PNG, JPEG or WebP
     * @throws InputRefusedException if it is no picture, or black
     */
    public static Mask read(byte[] file) {
        return of(PictureReader.decode(file));
    }

    /**
     * A mask is not stretched: one of another size was drawn for another picture.
     *
     * @throws InputRefusedException if it has not the size of the picture
     */
    public void requireSize(int pictureWidth, int pictureHeight) {
        requireSize(width, height, pictureWidth, pictureHeight);
    }

    /** The same for a mask that is not there yet. */
    public static void requireSize(int width, int height, int pictureWidth, int pictureHeight) {
        if (width != pictureWidth || height != pictureHeight) {
            throw InputRefusedException.maskOfAnotherSize(
                    width, height, pictureWidth, pictureHeight);
        }
    }

    /**
     * @throws InputRefusedException if it is black
     */
    public static Mask of(Bitmap bitmap) {
        Mask mask = lightnessOf(bitmap);
        if (mask.isBlack()) {
            throw InputRefusedException.emptyMask();
        }
        return mask;
    }

    private static Mask lightnessOf(Bitmap bitmap) {
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
