package studio.pingvas.worker.tensor;

import studio.pingvas.worker.image.Bitmap;

/**
 * All arithmetic that is not inside a network. Every implementation gives the bits of the plain
 * Java one in {@code reference}: products and sums are single fused multiply-adds in the order
 * stated there.
 */
public interface TensorOps {
    /** Names the kernel set in recipes. */
    String name();

    /**
     * Standard normal noise as torch's CUDA generator makes it, so that a seed means the same as in
     * other tools.
     *
     * @param offset how many times this seed's generator was asked before
     */
    void normalNoise(Tensor out, long seed, int offset);

    /** Fills every batch row of {@code out} with the only row of {@code in}. */
    void repeat(Tensor in, Tensor out);

    void fill(Tensor out, float value);

    /** {@code x = x * scale + shift}. */
    void scaleAndShift(Tensor x, float scale, float shift);

    /**
     * Classifier-free guidance and one Euler step in one pass: {@code x += delta * (u + scale * (c
     * - u))}, where row 0 of {@code prediction} is c, with the prompt, and row 1 is u, without.
     */
    void guidedEulerStep(Tensor x, Tensor prediction, float scale, float delta);

    /** {@code x += delta * prediction}. */
    void eulerStep(Tensor x, Tensor prediction, float delta);

    /** Latents of one picture to colours in [-1, 1], one pixel for each latent position. */
    void projectLatents(Tensor latents, LatentProjection projection, Tensor out);

    /** Lanczos-3 enlargement of one picture by a whole factor, edges repeated. */
    void enlarge(Tensor image, int factor, Tensor out);

    /** One picture of three channels in [-1, 1] to 8 bits a channel, rounded and clamped. */
    Bitmap toBitmap(Tensor image);
}
