package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;

/** One number in, one number out. */
final class Elementwise {
    private Elementwise() {}

    static void fill(FloatBuffer out, float value) {
        for (int i = 0; i < out.limit(); i++) {
            out.put(i, value);
        }
    }

    static void repeat(FloatBuffer in, float scale, FloatBuffer out) {
        int count = in.limit();
        for (int begin = 0; begin < out.limit(); begin += count) {
            for (int i = 0; i < count; i++) {
                out.put(begin + i, in.get(i) * scale);
            }
        }
    }

    static void scaleAndShift(FloatBuffer x, float scale, float shift) {
        for (int i = 0; i < x.limit(); i++) {
            x.put(i, Math.fma(x.get(i), scale, shift));
        }
    }

    static void combine(FloatBuffer out, float[] weights, FloatBuffer... terms) {
        for (int i = 0; i < out.limit(); i++) {
            float sum = weights[0] * terms[0].get(i);
            for (int term = 1; term < terms.length; term++) {
                sum = Math.fma(weights[term], terms[term].get(i), sum);
            }
            out.put(i, sum);
        }
    }

    static void blend(FloatBuffer x, FloatBuffer original, FloatBuffer mask) {
        int area = mask.limit();
        for (int begin = 0; begin < x.limit(); begin += area) {
            for (int i = 0; i < area; i++) {
                float kept = original.get(begin + i);
                x.put(begin + i, Math.fma(mask.get(i), x.get(begin + i) - kept, kept));
            }
        }
    }
}
