package studio.pingvas.platform.picture;

/**
 * What a file says of its picture. Whoever holds one holds a file whose structure is whole and
 * whose size is within the limits; its pixels may still turn out to be damaged.
 *
 * @param width pixels as they are stored, before the orientation is applied
 * @param height pixels as they are stored, before the orientation is applied
 * @param orientation from Exif
 * @param animated whether more frames follow; only the first counts
 */
public record PictureHeader(
        PictureFormat format, int width, int height, Orientation orientation, boolean animated) {
    public static final int MAX_BYTES = 100 << 20;
    public static final int MAX_PIXELS = 4096 * 4096;
    public static final int MAX_SIDE = 16_384;

    public PictureHeader {
        if (width < 1 || height < 1) {
            throw Refusals.damaged("it has no area");
        }
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw Refusals.tooManyPixels(width, height);
        }
    }

    /**
     * To be asked before a file is read into memory.
     *
     * @throws PictureRefusedException if it has more bytes than a picture may have
     */
    public static void requireLength(long bytes) {
        if (bytes > MAX_BYTES) {
            throw Refusals.tooManyBytes(bytes);
        }
    }

    /**
     * @param file PNG, JPEG or WebP
     * @throws PictureRefusedException if it is something else, not whole, or too large
     */
    public static PictureHeader read(byte[] file) {
        return BarePicture.of(file).header();
    }

    /** Width as it is seen. */
    public int shownWidth() {
        return orientation.swapsSides() ? height : width;
    }

    /** Height as it is seen. */
    public int shownHeight() {
        return orientation.swapsSides() ? width : height;
    }
}
