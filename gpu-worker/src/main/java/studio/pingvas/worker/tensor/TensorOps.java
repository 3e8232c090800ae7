package studio.pingvas.worker.tensor;

import studio.pingvas.worker.image.Bitmap;

/**
 * All arithmetic that is not inside a network. Every implementation gives the bits of the plain
 * Java one in {@code reference}: products and sums are single fused multiply-adds in the order
 * stated there. Tensors are 32-bit floats; {@code out} never overlaps an input unless it says so.
 *
 * <p>All throw {@link IllegalArgumentException} for shapes that do not fit.
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

    /** Every batch row of {@code out} becomes {@code scale} times the only row of {@code in}. */
    void repeat(Tensor in, float scale, Tensor out);

    void fill(Tensor out, float value);

    /** {@code x = x * scale + shift}. */
    void scaleAndShift(Tensor x, float scale, float shift);

    /**
     * {@code out = weights[0] * terms[0] + weights[1] * terms[1] + …}, summed in that order.
     *
     * @param terms one to five of the shape of {@code out}; {@code out} may be one of them
     */
    void combine(Tensor out, float[] weights, Tensor... terms);

    /**
     * Classifier-free guidance and one step of a scheduler in one pass over memory; what is summed
     * says {@link GuidedStep}.
     *
     * @param x latents of one picture, changed in place
     * @param prediction one row g, or two, c with the prompt and u without, which make g = u +
     *     guidance * (c - u)
     * @param history clean picture estimated by the step before, replaced by that of this step;
     *     null for a scheduler without memory
     * @param noise fresh noise; null if none is added
     */
    void guidedStep(Tensor x, Tensor prediction, GuidedStep step, Tensor history, Tensor noise);

    /**
     * Keeps what lies outside of the mask: {@code x = original + mask * (x - original)}.
     *
     * @param mask one row and one channel of numbers in [0, 1], 1 for what may change; the same for
     *     every channel of {@code x}
     */
    void blend(Tensor x, Tensor original, Tensor mask);

    /** Latents of one picture to colours in [-1, 1], one pixel for each latent position. */
    void projectLatents(Tensor latents, LatentProjection projection, Tensor out);

    /**
     * Lanczos-3 to the height and width of {@code out}, edges repeated. Where it shrinks, the
     * filter is stretched by as much, so that nothing flickers.
     */
    void resample(Tensor image, Tensor out);

    /** Copies the rectangle of the size of {@code out} that begins at this row and column. */
    void crop(Tensor image, int top, int left, Tensor out);

    /**
     * Puts a tile into a picture. Its first rows and columns, as many as overlap what was put there
     * before, fade in linearly, so that no seam shows.
     */
    void paste(Tensor tile, TilePosition position, Tensor out);

    /** One picture of three channels in [-1, 1] to 8 bits a channel, rounded and clamped. */
    Bitmap toBitmap(Tensor image);

    /**
     * Bytes to floats, {@code byte * scale + shift}, from interleaved pixels to channels apart.
     *
     * @param pixels row by row, top first
     * @param bytesPerPixel 4 for RGBA, 1 for a mask; channels of {@code out} are the first of them
     */
    void fromBytes(byte[] pixels, int bytesPerPixel, float scale, float shift, Tensor out);
}
