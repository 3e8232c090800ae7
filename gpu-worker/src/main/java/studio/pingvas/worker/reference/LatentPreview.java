package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;
import java.util.Arrays;
import studio.pingvas.worker.tensor.LatentProjection;

/** Latents as a small picture, without the decoder. */
final class LatentPreview {
    private LatentPreview() {}

    static void project(float[] latents, LatentProjection projection, FloatBuffer out) {
        int area = latents.length / projection.channels();
        float[] plane = new float[area];
        for (int color = 0; color < 3; color++) {
            Arrays.fill(plane, projection.bias().get(color).floatValue());
            for (int channel = 0; channel < projection.channels(); channel++) {
                float weight = projection.weights().get(channel).get(color).floatValue();
                for (int i = 0; i < area; i++) {
                    plane[i] = Math.fma(latents[channel * area + i], weight, plane[i]);
                }
            }
            for (int i = 0; i < area; i++) {
                out.put(color * area + i, Math.fma(2, plane[i], -1));
            }
        }
    }
}
