package studio.pingvas.worker.reference;

/**
 * Resamples one side of pictures with the Lanczos kernel of radius 3 (Duchon 1979). Each output
 * position has its own taps, normalised to sum one; positions beyond the edge repeat the edge. To
 * shrink, the kernel is stretched by the factor, which keeps out what the smaller picture cannot
 * show.
 */
final class Lanczos {
    private static final int RADIUS = 3;

    private final int from;
    private final int to;
    private final int taps;
    private final int[] firstTap;
    private final float[] weights;

    /**
     * @param from positions before
     * @param to positions after
     */
    Lanczos(int from, int to) {
        this.from = from;
        this.to = to;
        double stretch = Math.max(1, from / (double) to);
        this.taps = 2 * (int) StrictMath.ceil(RADIUS * stretch);
        this.firstTap = new int[to];
        this.weights = new float[to * taps];
        for (int position = 0; position < to; position++) {
            fillWeights(position, stretch);
        }
    }

    /** Rows of {@code from} floats to rows of {@code to} floats. */
    float[] resampleRows(float[] source) {
        int rows = source.length / from;
        float[] out = new float[rows * to];
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < to; x++) {
                float sum = 0;
                for (int tap = 0; tap < taps; tap++) {
                    int at = inside(firstTap[x] + tap);
                    sum = Math.fma(weights[x * taps + tap], source[row * from + at], sum);
                }
                out[row * to + x] = sum;
            }
        }
        return out;
    }

    /** Planes of {@code from} rows to planes of {@code to} rows. */
    float[] resampleColumns(float[] source, int width) {
        int planes = source.length / (from * width);
        float[] out = new float[planes * to * width];
        for (int row = 0; row < planes * to; row++) {
            int plane = row / to;
            int y = row % to;
            for (int tap = 0; tap < taps; tap++) {
                int begin = (plane * from + inside(firstTap[y] + tap)) * width;
                float weight = weights[y * taps + tap];
                for (int x = 0; x < width; x++) {
                    out[row * width + x] =
                            Math.fma(weight, source[begin + x], out[row * width + x]);
                }
            }
        }
        return out;
    }

    private int inside(int position) {
        return Math.min(Math.max(position, 0), from - 1);
    }

    private void fillWeights(int position, double stretch) {
        double center = (position + 0.5) * from / to - 0.5;
        firstTap[position] = (int) StrictMath.floor(center) - taps / 2 + 1;
        double[] exact = new double[taps];
        double sum = 0;
        for (int tap = 0; tap < taps; tap++) {
            exact[tap] = kernel((center - (firstTap[position] + tap)) / stretch);
            sum += exact[tap];
        }
        for (int tap = 0; tap < taps; tap++) {
            weights[position * taps + tap] = (float) (exact[tap] / sum);
        }
    }

    /** sinc(x) sinc(x/3). StrictMath: the weights must be the same bits on every machine. */
    private static double kernel(double x) {
        if (x == 0) {
            return 1;
        }
        if (Math.abs(x) >= RADIUS) {
            return 0;
        }
        double angle = Math.PI * x;
        return 3 * StrictMath.sin(angle) * StrictMath.sin(angle / 3) / (angle * angle);
    }
}
