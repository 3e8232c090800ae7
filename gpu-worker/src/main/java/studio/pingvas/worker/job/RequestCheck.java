package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.Enlargement;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.scheduler.Prediction;
import studio.pingvas.worker.scheduler.SchedulerKind;

/**
 * Reads a request against the models that shall do it, before anything is loaded. The server has
 * checked it before; here it guards the engine, and catches a model that was changed in between.
 */
final class RequestCheck {
    private static final Set<Integer> SCALES = Set.of(2, 4);
    private static final int MAX_STEPS = 1_000;
    private static final int MAX_IMAGES = 8;
    private static final int MAX_FOLLOWING = 7;
    private static final int MAX_LORAS = 8;
    private static final double MAX_LORA_WEIGHT = 4;
    private static final int MAX_PROMPT = 10_000;
    private static final double MAX_GUIDANCE = 100;
    private static final long MAX_SEED = 0xFFFF_FFFFL;

    private final WarmModels models;

    RequestCheck(WarmModels models) {
        this.models = models;
    }

    /**
     * @throws RequestRefusedException if something of it cannot be done
     * @throws studio.pingvas.worker.model.ModelMissingException if a model is not installed
     * @throws studio.pingvas.worker.model.ModelInvalidException if a manifest is not right
     */
    List<PictureStep> read(GenerateImage request) throws IOException {
        requireWhole(request);
        List<PictureStep> steps = new ArrayList<>();
        steps.add(step(firstOf(request)));
        for (FollowingStep following : request.then()) {
            requireKind(isKnown(following.kind()), following.kind());
            steps.add(step(following));
        }
        return List.copyOf(steps);
    }

    static void requireWhole(GenerateImage request) {
        String kind = request.kind();
        boolean fromNothing = GenerateImage.TEXT_TO_IMAGE.equals(kind);
        boolean inpaint = GenerateImage.INPAINT.equals(kind);
        requireKind(isKnown(kind), kind);
        require(request.dispatch() >= 1, "dispatch is counted from 1");
        require(fromNothing == (request.imageKey() == null), "the picture to begin with");
        require(inpaint == (request.maskKey() != null), "the mask");
        require(request.seed() >= 0 && request.seed() <= MAX_SEED, "the seed");
        int images = request.imageIds().size();
        require(images >= 1 && images <= MAX_IMAGES, "the number of pictures");
        require(request.then().size() <= MAX_FOLLOWING, "the number of steps that follow");
    }

    private static boolean isKnown(String kind) {
        return GenerateImage.TEXT_TO_IMAGE.equals(kind)
                || GenerateImage.IMAGE_TO_IMAGE.equals(kind)
                || GenerateImage.INPAINT.equals(kind)
                || GenerateImage.UPSCALE.equals(kind);
    }

    /** The first step in the form of those that follow. */
    static FollowingStep firstOf(GenerateImage request) {
        return new FollowingStep(
                request.kind(),
                request.model(),
                request.prompt(),
                request.negativePrompt(),
                request.width(),
                request.height(),
                request.steps(),
                request.cfgScale(),
                request.scheduler(),
                request.strength(),
                request.scale(),
                request.loras());
    }

    private PictureStep step(FollowingStep step) throws IOException {
        if (GenerateImage.UPSCALE.equals(step.kind())) {
            return upscale(step);
        }
        requirePaintable(step);
        ModelManifest manifest = models.manifest(step.model());
        boolean fromPicture = !GenerateImage.TEXT_TO_IMAGE.equals(step.kind());
        requireKind(!fromPicture || manifest.canStartFromImage(), step.kind());
        return new PictureStep.Paint(
                step.kind(), step.model(), paintingOf(step, manifest), step.loras());
    }

    private PictureStep upscale(FollowingStep step) throws IOException {
        require(step.scale() != null && SCALES.contains(step.scale()), "the scale");
        int tile = Enlargement.TILE;
        if (step.model() != null) {
            UpscalerManifest upscaler = models.upscalerManifest(step.model());
            requireKind(upscaler.scale() == step.scale(), "upscale x" + step.scale());
            tile = upscaler.tile();
        }
        return new PictureStep.Upscale(step.kind(), step.model(), step.scale(), tile);
    }

    private static void requirePaintable(FollowingStep step) {
        require(step.model() != null, "no model is named");
        require(isText(step.prompt()) && !step.prompt().isBlank(), "the prompt");
        require(isText(step.negativePrompt()), "the negative prompt");
        require(step.steps() >= 1 && step.steps() <= MAX_STEPS, "the number of steps");
        require(step.cfgScale() >= 0 && step.cfgScale() <= MAX_GUIDANCE, "the guidance scale");
        double strength = strengthOf(step);
        require(strength > 0 && strength <= 1, "the strength");
        require(step.loras().size() <= MAX_LORAS, "the number of LoRAs");
        for (LoraUse lora : step.loras()) {
            require(lora.id() != null, "a LoRA without a name");
            require(Math.abs(lora.weight()) <= MAX_LORA_WEIGHT, "the weight of " + lora.id());
        }
    }

    private static Painting paintingOf(FollowingStep step, ModelManifest manifest) {
        PictureSize size =
                manifest.size(step.width(), step.height()).orElseThrow(() -> noSuchSize(step));
        SchedulerKind scheduler =
                SchedulerKind.of(step.scheduler())
                        .filter(kind -> manifest.schedulers().contains(kind.id()))
                        .orElseThrow(() -> noSuchScheduler(step));
        // The straight path of flow matching can be cut into any number of steps.
        boolean anyNumber = Prediction.FLOW.id().equals(manifest.prediction());
        require(anyNumber || step.steps() <= manifest.trainTimesteps(), "the number of steps");
        return new Painting(
                step.prompt(),
                step.negativePrompt(),
                size,
                step.steps(),
                step.cfgScale(),
                scheduler,
                strengthOf(step));
    }

    /** All of nothing is given up; 0, which is refused, where it is not said. */
    static double strengthOf(FollowingStep step) {
        if (GenerateImage.TEXT_TO_IMAGE.equals(step.kind())) {
            return 1;
        }
        return step.strength() == null ? 0 : step.strength();
    }

    private static boolean isText(String text) {
        return text != null && text.length() <= MAX_PROMPT;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new RequestRefusedException(
                    "request-invalid", "The request is not right: " + what + ".");
        }
    }

    private static void requireKind(boolean possible, String kind) {
        if (!possible) {
            throw new RequestRefusedException(
                    "kind-not-supported",
                    "\"%s\" cannot be done; choose another model or another kind.".formatted(kind));
        }
    }

    private static RequestRefusedException noSuchSize(FollowingStep step) {
        return new RequestRefusedException(
                "size-not-supported",
                "The model \"%s\" makes no pictures of %dx%d; choose another size."
                        .formatted(step.model(), step.width(), step.height()));
    }

    private static RequestRefusedException noSuchScheduler(FollowingStep step) {
        return new RequestRefusedException(
                "scheduler-not-supported",
                "The model \"%s\" does not work with the scheduler \"%s\"; choose another."
                        .formatted(step.model(), step.scheduler()));
    }
}
