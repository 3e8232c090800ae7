package studio.pingvas.worker.pipeline;

/**
 * The middle of a picture, in proportions that are wanted: what is painted over is cut, never
 * squeezed.
 *
 * @param left first column
 * @param top first row
 */
record PictureCut(int left, int top, int width, int height) {
    static PictureCut of(int width, int height, int wantedWidth, int wantedHeight) {
        int cutWidth = Math.min(width, part(height, wantedWidth, wantedHeight));
        int cutHeight = Math.min(height, part(width, wantedHeight, wantedWidth));
        return new PictureCut(
                (width - cutWidth) / 2, (height - cutHeight) / 2, cutWidth, cutHeight);
    }

    private static int part(int side, int times, int divisor) {
        return Math.max(1, Math.toIntExact(Math.round((double) side * times / divisor)));
    }
}
