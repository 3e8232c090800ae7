package studio.pingvas.contracts.model;

import java.util.List;

/**
 * A model as its manifest ({@code model.json}) describes it.
 *
 * @param id folder name and name in the API
 * @param name for people
 * @param description one sentence
 * @param base family, for example {@code tiny} or {@code sdxl}
 * @param type {@code checkpoint}
 * @param licence SPDX id or name
 * @param digest sha256 over the manifest, lower-case hex
 * @param sizes pictures it can make, smallest first
 * @param defaultSize used when a request names none
 * @param schedulers names, the default among them
 * @param defaultScheduler used when a request names none
 * @param defaultSteps used when a request names none
 * @param defaultGuidance used when a request names none
 * @param guidanceDoublesWork whether guidance above 1 asks the network twice at each step
 * @param startsFromImage whether it can change a picture (image-to-image, inpaint)
 * @param cost what it takes on the reference GPU
 */
public record ModelView(
        String id,
        String name,
        String description,
        String base,
        String type,
        String licence,
        String digest,
        List<Size> sizes,
        Size defaultSize,
        List<String> schedulers,
        String defaultScheduler,
        int defaultSteps,
        double defaultGuidance,
        boolean guidanceDoublesWork,
        boolean startsFromImage,
        Cost cost) {
    public ModelView {
        sizes = List.copyOf(sizes);
        schedulers = List.copyOf(schedulers);
    }

    /**
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @param upscale by how much the picture is enlarged after decoding; 1 means not at all
     */
    public record Size(int width, int height, int upscale) {
        /** Megapixels that the networks work on, before any enlargement. */
        public double denoisedMegapixels() {
            return (double) width / upscale * height / upscale / 1_000_000;
        }
    }

    /**
     * @param secondsFixed per picture
     * @param secondsPerStepMegapixel per step and megapixel, without guidance
     */
    public record Cost(double secondsFixed, double secondsPerStepMegapixel) {}
}
