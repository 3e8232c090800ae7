package studio.pingvas.worker.reference;

/**
 * Enlarges planes of floats by a whole factor with the Lanczos kernel of radius 3 (Duchon 1979),
 * first along rows, then along columns. Every output phase has six fixed taps, normalised to sum
 * one; pixels beyond the edge repeat the edge.
 */
final class Lanczos {
    private static final int TAPS = 6;

    private final int factor;
    private final float[][] weights;

    Lanczos(int factor) {
        this.factor = factor;
        this.weights = new float[factor][];
        for (int phase = 0; phase < factor; phase++) {
            weights[phase] = weightsOf(phase);
        }
    }

    float[] enlarge(float[] source, int planes, int height, int width) {
        float[] wide = rows(source, planes * height, width);
        return columns(wide, planes, height, width * factor);
    }

    private float[] rows(float[] source, int rows, int width) {
        int outWidth = width * factor;
        float[] out = new float[rows * outWidth];
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < width; x++) {
                for (int phase = 0; phase < factor; phase++) {
                    float[] taps = weights[phase];
                    int first = x + firstTap(phase);
                    float sum = 0;
                    for (int tap = 0; tap < TAPS; tap++) {
                        int at = Math.min(Math.max(first + tap, 0), width - 1);
                        sum = Math.fma(taps[tap], source[row * width + at], sum);
                    }
                    out[row * outWidth + x * factor + phase] = sum;
                }
            }
        }
        return out;
    }

    private float[] columns(float[] source, int planes, int height, int width) {
        int outHeight = height * factor;
        float[] out = new float[planes * outHeight * width];
        for (int row = 0; row < planes * outHeight; row++) {
            int plane = row / outHeight;
            int y = row % outHeight;
            float[] taps = weights[y % factor];
            int first = y / factor + firstTap(y % factor);
            for (int tap = 0; tap < TAPS; tap++) {
                int at = Math.min(Math.max(first + tap, 0), height - 1);
                int from = (plane * height + at) * width;
                float weight = taps[tap];
                for (int x = 0; x < width; x++) {
                    out[row * width + x] = Math.fma(weight, source[from + x], out[row * width + x]);
                }
            }
        }
        return out;
    }

    /** Source pixel of the first tap, relative to the pixel that the output pixel lies in. */
    private int firstTap(int phase) {
        return 2 * phase + 1 < factor ? -3 : -2;
    }

    private float[] weightsOf(int phase) {
        double center = (phase + 0.5) / factor - 0.5;
        double[] exact = new double[TAPS];
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            exact[tap] = kernel(center - (firstTap(phase) + tap));
            sum += exact[tap];
        }
        float[] taps = new float[TAPS];
        for (int tap = 0; tap < TAPS; tap++) {
            taps[tap] = (float) (exact[tap] / sum);
        }
        return taps;
    }

    /** sinc(x) sinc(x/3). StrictMath: the weights must be the same bits on every machine. */
    private static double kernel(double x) {
        if (x == 0) {
            return 1;
        }
        if (Math.abs(x) >= 3) {
            return 0;
        }
        double angle = Math.PI * x;
        return 3 * StrictMath.sin(angle) * StrictMath.sin(angle / 3) / (angle * angle);
    }
}
