package studio.pingvas.worker.job;

import java.util.List;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.pipeline.UpscalePipeline;

/** How much there is to do, before anything of it is done. */
final class JobSize {
    private static final long MAX_PIXELS = 1 << 24;

    private JobSize() {}

    /**
     * @param original what the first step begins with; null for nothing
     * @param pictures how many are made
     * @return steps over all pictures
     * @throws RequestRefusedException if a picture would become too large
     */
    static int of(List<PictureStep> steps, Bitmap original, int pictures) {
        int width = original == null ? 0 : original.width();
        int height = original == null ? 0 : original.height();
        int total = 0;
        for (PictureStep step : steps) {
            if (step instanceof PictureStep.Paint paint) {
                Painting painting = paint.painting();
                width = painting.size().width();
                height = painting.size().height();
                total += painting.stepsToRun();
            } else if (step instanceof PictureStep.Upscale upscale) {
                total += UpscalePipeline.tiles(width, height, upscale.tile());
                width = Math.multiplyExact(width, upscale.factor());
                height = Math.multiplyExact(height, upscale.factor());
                requireSize(width, height);
            }
        }
        return total * pictures;
    }

    private static void requireSize(long width, long height) {
        if (width * height > MAX_PIXELS) {
            throw new RequestRefusedException(
                    "image-too-large",
                    "Enlarged to %dx%d the picture has more than 16 megapixels; choose less."
                            .formatted(width, height));
        }
    }
}
