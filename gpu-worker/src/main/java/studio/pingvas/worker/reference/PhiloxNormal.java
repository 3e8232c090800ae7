package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;

/**
 * Standard normal numbers as torch's CUDA generator lays them out: Philox 4x32-10 (Salmon et al.
 * 2011, "Parallel random numbers: as easy as 1, 2, 3") keyed by the seed, one counter block
 * (offset, 0, i, 0) for element i, and the first of the pair that Box and Muller (1958, "A note on
 * the generation of random normal deviates") make of its first two words. torch spreads more
 * elements than a GPU has threads over several words; the layout here is that of a GPU with enough
 * of them, as in other tools.
 *
 * <p>Logarithm, sine and cosine are polynomials (Cephes library, Moshier) of fused multiply-adds,
 * because those of a processor, of CUDA and of Java differ in their last bits.
 */
final class PhiloxNormal {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_2 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private static final float TWO_POW_MINUS_32 = 0x1p-32f;
    private static final float TWO_PI_POW_MINUS_32 = (float) (2 * Math.PI * 0x1p-32);
    private static final float TWO_PI_POW_MINUS_33 = (float) (2 * Math.PI * 0x1p-33);
    private static final float TWO_OVER_PI = (float) (2 / Math.PI);
    // pi/2 in three parts; the first two have trailing zeros, so that a product is exact.
    private static final float HALF_PI_HIGH = 1.5703125f;
    private static final float HALF_PI_MIDDLE = 4.837512969970703125e-4f;
    private static final float HALF_PI_LOW = 7.54978995489188216e-8f;
    private static final float SQRT_HALF = 0.70710678118654752440f;

    private PhiloxNormal() {}

    static void fill(FloatBuffer out, long seed, int offset) {
        for (int i = 0; i < out.limit(); i++) {
            out.put(i, normal(seed, offset, i));
        }
    }

    private static float normal(long seed, int offset, int index) {
        int c0 = offset;
        int c1 = 0;
        int c2 = index;
        int c3 = 0;
        int key0 = (int) seed;
        int key1 = (int) (seed >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = (c0 & 0xFFFFFFFFL) * MULTIPLIER_0;
            long product2 = (c2 & 0xFFFFFFFFL) * MULTIPLIER_2;
            int next0 = (int) (product2 >>> 32) ^ c1 ^ key0;
            int next2 = (int) (product0 >>> 32) ^ c3 ^ key1;
            c1 = (int) product2;
            c3 = (int) product0;
            c0 = next0;
            c2 = next2;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return boxMuller(c0, c1);
    }

    private static float boxMuller(int x, int y) {
        float u = Math.fma(unsigned(x), TWO_POW_MINUS_32, 0x1p-33f);
        float angle = Math.fma(unsigned(y), TWO_PI_POW_MINUS_32, TWO_PI_POW_MINUS_33);
        return (float) Math.sqrt(-2.0f * log(u)) * sin(angle);
    }

    private static float unsigned(int word) {
        return (float) (word & 0xFFFFFFFFL);
    }

    /** Natural logarithm of a number in (0, 1]. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits >>> 23) - 126;
        float m = Float.intBitsToFloat(bits & 0x007FFFFF | 0x3F000000);
        if (m < SQRT_HALF) {
            exponent--;
            m = m + m - 1;
        } else {
            m = m - 1;
        }
        float z = m * m;
        float y = Math.fma(7.0376836292E-2f, m, -1.1514610310E-1f);
        y = Math.fma(y, m, 1.1676998740E-1f);
        y = Math.fma(y, m, -1.2420140846E-1f);
        y = Math.fma(y, m, 1.4249322787E-1f);
        y = Math.fma(y, m, -1.6668057665E-1f);
        y = Math.fma(y, m, 2.0000714765E-1f);
        y = Math.fma(y, m, -2.4999993993E-1f);
        y = Math.fma(y, m, 3.3333331174E-1f);
        y = y * m * z;
        y = Math.fma(-2.12194440e-4f, exponent, y);
        y = Math.fma(-0.5f, z, y);
        return Math.fma(0.693359375f, exponent, m + y);
    }

    /** Sine of an angle in [0, 2 pi]. */
    static float sin(float angle) {
        int quadrant = (int) Math.fma(angle, TWO_OVER_PI, 0.5f);
        float r = Math.fma(quadrant, -HALF_PI_HIGH, angle);
        r = Math.fma(quadrant, -HALF_PI_MIDDLE, r);
        r = Math.fma(quadrant, -HALF_PI_LOW, r);
        float value = (quadrant & 1) == 0 ? sinNearZero(r) : cosNearZero(r);
        return (quadrant & 2) == 0 ? value : -value;
    }

    private static float sinNearZero(float r) {
        float z = r * r;
        float y = Math.fma(-1.9515295891E-4f, z, 8.3321608736E-3f);
        y = Math.fma(y, z, -1.6666654611E-1f);
        return Math.fma(y * z, r, r);
    }

    private static float cosNearZero(float r) {
        float z = r * r;
        float y = Math.fma(2.443315711809948E-5f, z, -1.388731625493765E-3f);
        y = Math.fma(y, z, 4.166664568298827E-2f);
        return Math.fma(y * z, z, Math.fma(-0.5f, z, 1.0f));
    }
}
