package studio.pingvas.worker.tensor;

import java.util.List;

/**
 * A linear look at latents as a small picture: colour in [0, 1] = bias + sum over channels of
 * latent x weights of that channel.
 *
 * @param weights red, green and blue for each latent channel
 * @param bias red, green and blue
 */
public record LatentProjection(List<List<Double>> weights, List<Double> bias) {
    public LatentProjection {
        weights = weights.stream().map(List::copyOf).toList();
        bias = List.copyOf(bias);
        if (bias.size() != 3 || weights.stream().anyMatch(rgb -> rgb.size() != 3)) {
            throw new IllegalArgumentException("A preview has three colours.");
        }
    }

    public int channels() {
        return weights.size();
    }

    /** All weights one after another as kernels take them: three for each channel. */
    public float[] weightsByChannel() {
        float[] all = new float[3 * weights.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = weights.get(i / 3).get(i % 3).floatValue();
        }
        return all;
    }
}
