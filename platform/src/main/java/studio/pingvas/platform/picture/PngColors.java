package studio.pingvas.platform.picture;

/** Color types of PNG. */
public final class PngColors {
    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GREY_ALPHA = 4;
    public static final int RGB_ALPHA = 6;

    private PngColors() {}

    /**
     * @param depth bits a sample
     */
    static boolean exist(int colorType, int depth) {
        return switch (colorType) {
            case GREY -> depth == 16 || isPacked(depth);
            case PALETTE -> isPacked(depth);
            case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private static boolean isPacked(int depth) {
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    }
}
