package studio.pingvas.generation.jobs.graph;

import studio.pingvas.contracts.generation.GenerationRequest;

/**
 * One of the things that a request wants done.
 *
 * @param request anything but a workflow, its words filled in
 * @param name null if it has none
 * @param pointer JSON pointer of it, empty for the whole request
 * @param image null if it takes no picture
 * @param mask null if it takes none
 */
public record OrderedStep(
        GenerationRequest request,
        String name,
        String pointer,
        PictureSource image,
        PictureSource mask) {}
