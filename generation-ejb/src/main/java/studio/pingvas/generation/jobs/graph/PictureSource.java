package studio.pingvas.generation.jobs.graph;

import java.util.UUID;

/** Where a step takes its pictures from. */
public sealed interface PictureSource {
    /**
     * An earlier step.
     *
     * @param step its place in the order, from 0
     */
    record OfStep(int step) implements PictureSource {}

    /** The gallery. */
    record OfGallery(UUID imageId) implements PictureSource {}

    /**
     * A file that came with the request.
     *
     * @param part its name
     */
    record Uploaded(String part) implements PictureSource {}

    /** Somewhere that is not known: what says so is wrong, and has been named. */
    record Unknown() implements PictureSource {}
}
