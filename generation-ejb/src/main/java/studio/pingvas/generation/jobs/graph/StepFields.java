package studio.pingvas.generation.jobs.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.WorkflowStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.generation.jobs.control.Violations;

/** Which fields a step may have, and the request that they make. */
final class StepFields {
    private static final Set<String> OF_PICTURES = Set.of("image", "image_id");
    private static final Set<String> OF_MASKS = Set.of("mask", "mask_id");

    private StepFields() {}

    static boolean isKind(String kind) {
        return kind != null
                && Set.of(
                                GenerateImage.TEXT_TO_IMAGE,
                                GenerateImage.IMAGE_TO_IMAGE,
                                GenerateImage.INPAINT,
                                GenerateImage.UPSCALE)
                        .contains(kind);
    }

    /** Names what another kind of step has, but not this one. */
    static void check(WorkflowStep step, Violations violations) {
        given(step)
                .forEach(
                        (field, value) -> {
                            if (value != null && !mayHave(step.kind(), field)) {
                                violations.add(
                                        "/" + field,
                                        "A step of the kind {0} has no such field.",
                                        step.kind());
                            }
                        });
    }

    private static boolean mayHave(String kind, String field) {
        if (OF_PICTURES.contains(field)) {
            return !kind.equals(GenerateImage.TEXT_TO_IMAGE);
        }
        if (OF_MASKS.contains(field)) {
            return kind.equals(GenerateImage.INPAINT);
        }
        boolean upscale = kind.equals(GenerateImage.UPSCALE);
        return switch (field) {
            case "model" -> true;
            case "scale" -> upscale;
            case "strength" -> !upscale && !kind.equals(GenerateImage.TEXT_TO_IMAGE);
            default -> !upscale;
        };
    }

    private static Map<String, Object> given(WorkflowStep step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("image", step.image());
        fields.put("image_id", step.imageId());
        fields.put("mask", step.mask());
        fields.put("mask_id", step.maskId());
        fields.put("prompt", step.prompt());
        fields.put("negative_prompt", step.negativePrompt());
        fields.put("model", step.model());
        fields.put("width", step.width());
        fields.put("height", step.height());
        fields.put("steps", step.steps());
        fields.put("cfg_scale", step.cfgScale());
        fields.put("scheduler", step.scheduler());
        fields.put("seed", step.seed());
        fields.put("count", step.count());
        fields.put("loras", step.loras());
        fields.put("strength", step.strength());
        fields.put("scale", step.scale());
        return fields;
    }

    /** The step as a request of its own. */
    static GenerationRequest requestOf(WorkflowStep step, String prompt, String negativePrompt) {
        return switch (step.kind()) {
            case GenerateImage.TEXT_TO_IMAGE ->
                    new TextToImage(
                            prompt,
                            negativePrompt,
                            step.model(),
                            step.width(),
                            step.height(),
                            step.steps(),
                            step.cfgScale(),
                            step.scheduler(),
                            step.seed(),
                            step.count(),
                            step.loras());
            case GenerateImage.IMAGE_TO_IMAGE ->
                    new ImageToImage(
                            prompt,
                            negativePrompt,
                            step.model(),
                            step.width(),
                            step.height(),
                            step.steps(),
                            step.cfgScale(),
                            step.scheduler(),
                            step.seed(),
                            step.count(),
                            step.loras(),
                            step.imageId(),
                            step.strength());
            case GenerateImage.INPAINT ->
                    new Inpaint(
                            prompt,
                            negativePrompt,
                            step.model(),
                            step.width(),
                            step.height(),
                            step.steps(),
                            step.cfgScale(),
                            step.scheduler(),
                            step.seed(),
                            step.count(),
                            step.loras(),
                            step.imageId(),
                            step.maskId(),
                            step.strength());
            case GenerateImage.UPSCALE -> new Upscale(step.imageId(), step.scale(), step.model());
            default -> throw new IllegalArgumentException("No kind of step: " + step.kind());
        };
    }
}
