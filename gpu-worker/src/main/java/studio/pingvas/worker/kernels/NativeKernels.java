package studio.pingvas.worker.kernels;

import java.nio.FloatBuffer;

/**
 * The kernels as they are called, see {@code src/main/native/NativeKernels.cpp}. They check
 * nothing: buffers must be direct and as large as the numbers beside them say.
 */
final class NativeKernels {
    private NativeKernels() {}

    static native void normalNoise(FloatBuffer out, long seed, int offset, long count);

    static native void repeat(FloatBuffer in, FloatBuffer out, float scale, int rows, long count);

    static native void fill(FloatBuffer out, float value, long count);

    static native void scaleAndShift(FloatBuffer x, float scale, float shift, long count);

    static native void combine(FloatBuffer out, FloatBuffer[] terms, float[] weights, long count);

    static native void guidedStep(
            FloatBuffer x,
            FloatBuffer prediction,
            FloatBuffer history,
            FloatBuffer noise,
            float guidance,
            float latents,
            float ofPrediction,
            float ofHistory,
            float ofNoise,
            float cleanLatents,
            float cleanPrediction,
            int rows,
            long count);

    static native void blend(
            FloatBuffer x, FloatBuffer original, FloatBuffer mask, int channels, long area);

    static native void projectLatents(
            FloatBuffer latents,
            float[] weights,
            float red,
            float green,
            float blue,
            FloatBuffer out,
            int channels,
            long area);

    static native void resampleRows(
            FloatBuffer in,
            float[] out,
            int[] first,
            float[] weights,
            int taps,
            int from,
            int to,
            int rows);

    static native void resampleColumns(
            float[] in,
            FloatBuffer out,
            int[] first,
            float[] weights,
            int taps,
            int from,
            int to,
            int width,
            int planes);

    static native void crop(
            FloatBuffer picture,
            FloatBuffer tile,
            int pictureHeight,
            int pictureWidth,
            int tileHeight,
            int tileWidth,
            int top,
            int left,
            int channels);

    static native void paste(
            FloatBuffer tile,
            FloatBuffer picture,
            int pictureHeight,
            int pictureWidth,
            int tileHeight,
            int tileWidth,
            int top,
            int left,
            int fadeRows,
            int fadeColumns,
            int channels);

    static native void toRgba(FloatBuffer image, byte[] rgba, long area);

    static native void fromBytes(
            byte[] pixels,
            int bytesPerPixel,
            float scale,
            float shift,
            FloatBuffer out,
            int channels,
            long area);
}
