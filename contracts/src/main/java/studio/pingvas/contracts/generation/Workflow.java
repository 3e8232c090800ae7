package studio.pingvas.contracts.generation;

import java.util.List;

/**
 * Things done one after another, each with the pictures of the one before: at first anything but a
 * workflow, then {@link ImageToImage} and {@link Upscale} without a picture of their own. A
 * painting that names no prompt or model takes those of the painting before.
 *
 * @param steps 1 to 8
 */
public record Workflow(List<GenerationRequest> steps, String webhookUrl)
        implements GenerationRequest {
    public static final String KIND = "workflow";

    /** Without a webhook. */
    public Workflow(List<GenerationRequest> steps) {
        this(steps, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
