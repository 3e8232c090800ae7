package studio.pingvas.worker.job;

import java.util.List;
import studio.pingvas.contracts.generation.message.GeneratedImage;

/**
 * @param seconds from the first prompt encoded to the last object stored
 */
public record CompletedJob(List<GeneratedImage> images, double seconds) {
    public CompletedJob {
        images = List.copyOf(images);
    }
}
