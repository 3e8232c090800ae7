package studio.pingvas.platform.picture;

/** How the stored rows must be turned to be seen as meant: the values of Exif, in their order. */
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    ROTATED_180,
    FLIPPED,
    TRANSPOSED,
    ROTATED_90,
    TRANSVERSED,
    ROTATED_270;

    /** What Exif calls 1 to 8; anything else means nothing, and the picture is taken as it lies. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    /** Whether stored rows are seen as columns. */
    public boolean swapsSides() {
        return compareTo(TRANSPOSED) >= 0;
    }
}
