package studio.pingvas.worker.tensor;

/**
 * Which positions of one side of a picture make which of a resampled one: the kernel sinc(x)
 * sinc(x/3) of Lanczos (Duchon 1979, "Lanczos filtering in one and two dimensions"). To shrink, the
 * kernel is stretched by the factor, which keeps out what the smaller picture cannot show. Weights
 * are normalised to sum one.
 *
 * @param from positions before
 * @param to positions after
 * @param taps that each position is summed from
 * @param first tap of each position; taps beyond an edge repeat it
 * @param weights of tap {@code t} for position {@code p} at {@code t * to + p}
 */
public record LanczosTable(int from, int to, int taps, int[] first, float[] weights) {
    private static final int RADIUS = 3;

    public static LanczosTable of(int from, int to) {
        double stretch = Math.max(1, from / (double) to);
        int taps = 2 * (int) StrictMath.ceil(RADIUS * stretch);
        LanczosTable table =
                new LanczosTable(
                        from, to, taps, new int[to], new float[Math.multiplyExact(to, taps)]);
        for (int position = 0; position < to; position++) {
            table.fill(position, stretch);
        }
        return table;
    }

    private void fill(int position, double stretch) {
        double center = (position + 0.5) * from / to - 0.5;
        first[position] = (int) StrictMath.floor(center) - taps / 2 + 1;
        double[] exact = new double[taps];
        double sum = 0;
        for (int tap = 0; tap < taps; tap++) {
            exact[tap] = kernel((center - (first[position] + tap)) / stretch);
            sum += exact[tap];
        }
        for (int tap = 0; tap < taps; tap++) {
            weights[tap * to + position] = (float) (exact[tap] / sum);
        }
    }

    /** StrictMath: the weights must be the same bits on every machine. */
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
