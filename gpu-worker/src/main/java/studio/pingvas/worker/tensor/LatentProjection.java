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
}
