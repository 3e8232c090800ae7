package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;

/** Between channels apart, as networks want them, and interleaved bytes, as files do. */
final class Pixels {
    private Pixels() {}

    static byte[] toRgba(FloatBuffer image) {
        int area = image.limit() / 3;
        byte[] rgba = new byte[area * 4];
        for (int i = 0; i < area; i++) {
            rgba[4 * i] = toByte(image.get(i));
            rgba[4 * i + 1] = toByte(image.get(area + i));
            rgba[4 * i + 2] = toByte(image.get(2 * area + i));
            rgba[4 * i + 3] = (byte) 0xFF;
        }
        return rgba;
    }

    static void fromBytes(
            byte[] pixels, int bytesPerPixel, float scale, float shift, FloatBuffer out) {
        int area = pixels.length / bytesPerPixel;
        for (int channel = 0; channel < out.limit() / area; channel++) {
            for (int i = 0; i < area; i++) {
                int value = pixels[i * bytesPerPixel + channel] & 0xFF;
                out.put(channel * area + i, Math.fma(value, scale, shift));
            }
        }
    }

    /** Half is added before the fraction is cut off; not-a-number becomes 0. */
    private static byte toByte(float value) {
        float scaled = Math.fma(value, 127.5f, 128.0f);
        return (byte) (int) Math.min(Math.max(scaled, 0f), 255f);
    }
}
