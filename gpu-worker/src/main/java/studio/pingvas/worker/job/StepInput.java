package studio.pingvas.worker.job;

import java.util.List;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;

/**
 * What a step works from.
 *
 * @param originals one for each picture; empty for text-to-image
 * @param masks one for each picture; empty but for an inpaint
 * @param seeds one for each picture
 */
record StepInput(List<Bitmap> originals, List<Mask> masks, List<Long> seeds) {
    StepInput {
        originals = List.copyOf(originals);
        masks = List.copyOf(masks);
        seeds = List.copyOf(seeds);
    }

    /** The same without the first pictures. */
    StepInput after(int pictures) {
        return new StepInput(
                without(pictures, originals), without(pictures, masks), without(pictures, seeds));
    }

    private static <T> List<T> without(int first, List<T> all) {
        return all.isEmpty() ? all : all.subList(first, all.size());
    }
}
