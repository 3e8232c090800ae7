package studio.pingvas.worker.pipeline;

import studio.pingvas.worker.image.Mask;

/**
 * A mask as large as latents. A latent position may change as much as the whitest pixel of those it
 * stands for, so that nothing that shall be painted is held by its surroundings.
 */
final class LatentMask {
    private LatentMask() {}

    /**
     * @param mask as large as the picture
     * @param width of the latents
     * @param height of the latents
     */
    static Mask of(Mask mask, int width, int height) {
        PictureCut cut = PictureCut.of(mask.width(), mask.height(), width, height);
        byte[] values = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] =
                        whitest(
                                mask,
                                cut.left() + x * cut.width() / width,
                                cut.left() + end(x, cut.width(), width),
                                cut.top() + y * cut.height() / height,
                                cut.top() + end(y, cut.height(), height));
            }
        }
        return new Mask(width, height, values);
    }

    private static int end(int position, int length, int positions) {
        return Math.max(
                position * length / positions + 1,
                (int) Math.ceil((position + 1) * (double) length / positions));
    }

    private static byte whitest(Mask mask, int left, int right, int top, int bottom) {
        int most = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                most = Math.max(most, mask.values()[y * mask.width() + x] & 0xFF);
            }
        }
        return (byte) most;
    }
}
