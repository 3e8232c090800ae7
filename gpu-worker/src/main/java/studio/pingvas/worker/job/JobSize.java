package studio.pingvas.worker.job;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.pipeline.UpscalePipeline;

/** How much there is to do, before anything of it is done. */
final class JobSize {
    private static final long MAX_PIXELS = 1 << 24;

    private final List<StepSources> sources;
    private final InputPictures inputs;
    private final List<Extent> made = new ArrayList<>();

    private JobSize(List<StepSources> sources, InputPictures inputs) {
        this.sources = sources;
        this.inputs = inputs;
    }

    /**
     * @param sources of each step
     * @param pictures how many are made
     * @return steps over all pictures
     * @throws RequestRefusedException if a picture would become too large
     * @throws studio.pingvas.worker.image.InputRefusedException if a mask does not fit
     */
    static int of(
            List<PictureStep> steps,
            List<StepSources> sources,
            InputPictures inputs,
            int pictures) {
        JobSize size = new JobSize(sources, inputs);
        return steps.stream().mapToInt(size::add).sum() * pictures;
    }

    private int add(PictureStep step) {
        StepSources source = sources.get(made.size());
        Extent start = extentOf(source.image());
        checkMask(source.mask(), start);
        if (step instanceof PictureStep.Upscale upscale) {
            made.add(enlarged(start, upscale.factor()));
            return UpscalePipeline.tiles(start.width(), start.height(), upscale.tile());
        }
        Painting painting = ((PictureStep.Paint) step).painting();
        PictureSize size = painting.size();
        made.add(new Extent(size.width(), size.height()));
        return painting.stepsToRun();
    }

    private Extent extentOf(PictureSource source) {
        if (source instanceof PictureSource.OfStep from) {
            return made.get(from.step());
        }
        if (source instanceof PictureSource.Stored stored) {
            Bitmap picture = inputs.pictures().get(stored.key());
            return new Extent(picture.width(), picture.height());
        }
        return null;
    }

    private void checkMask(PictureSource source, Extent start) {
        if (source instanceof PictureSource.Stored stored) {
            Mask mask = inputs.masks().get(stored.key());
            mask.requireSize(start.width(), start.height());
        } else if (source != null) {
            Extent mask = extentOf(source);
            Mask.requireSize(mask.width(), mask.height(), start.width(), start.height());
        }
    }

    private static Extent enlarged(Extent start, int factor) {
        Extent large =
                new Extent(
                        Math.multiplyExact(start.width(), factor),
                        Math.multiplyExact(start.height(), factor));
        if ((long) large.width() * large.height() > MAX_PIXELS) {
            throw new RequestRefusedException(
                    "image-too-large",
                    "Enlarged to %dx%d the picture has more than 16 megapixels; choose less."
                            .formatted(large.width(), large.height()));
        }
        return large;
    }

    private record Extent(int width, int height) {}
}
