package studio.pingvas.worker.job;

import java.util.List;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.image.Mask;

/**
 * What a step works from.
 *
 * @param originals one for each picture; empty for text-to-image
 * @param mask null but for an inpaint
 * @param seeds one for each picture
 */
record StepInput(List<Bitmap> originals, Mask mask, List<Long> seeds) {
    StepInput {
        originals = List.copyOf(originals);
        seeds = List.copyOf(seeds);
    }

    /** The same without the first pictures. */
    StepInput after(int pictures) {
        List<Bitmap> left =
                originals.isEmpty() ? originals : originals.subList(pictures, originals.size());
        return new StepInput(left, mask, seeds.subList(pictures, seeds.size()));
    }

    StepInput withOriginals(List<Bitmap> pictures) {
        return new StepInput(pictures, mask, seeds);
    }
}
