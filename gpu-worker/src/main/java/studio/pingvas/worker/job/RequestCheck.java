package studio.pingvas.worker.job;

import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.pipeline.TextToImageRequest;
import studio.pingvas.worker.scheduler.SchedulerKind;

/**
 * Reads a request against the model that shall do it. The server has checked it before; here it
 * guards the engine, and catches a model that was changed in between.
 */
final class RequestCheck {
    private static final int MAX_STEPS = 1_000;
    private static final int MAX_IMAGES = 8;
    private static final int MAX_PROMPT = 10_000;
    private static final double MAX_GUIDANCE = 100;
    private static final long MAX_SEED = 0xFFFF_FFFFL;

    private RequestCheck() {}

    /** What can be said before a model is loaded. */
    static void checkKind(GenerateImage request) {
        if (!GenerateImage.TEXT_TO_IMAGE.equals(request.kind())) {
            throw new RequestRefusedException(
                    "kind-not-supported", "This worker cannot do \"" + request.kind() + "\".");
        }
        require(request.model() != null, "no model is named");
        require(request.dispatch() >= 1, "dispatch is counted from 1");
        require(isText(request.prompt()) && !request.prompt().isBlank(), "the prompt");
        require(isText(request.negativePrompt()), "the negative prompt");
        require(request.steps() >= 1 && request.steps() <= MAX_STEPS, "the number of steps");
        require(
                request.cfgScale() >= 0 && request.cfgScale() <= MAX_GUIDANCE,
                "the guidance scale");
        require(request.seed() >= 0 && request.seed() <= MAX_SEED, "the seed");
        int images = request.imageIds().size();
        require(images >= 1 && images <= MAX_IMAGES, "the number of pictures");
    }

    static TextToImageRequest forModel(GenerateImage request, ModelManifest manifest) {
        PictureSize size =
                manifest.size(request.width(), request.height())
                        .orElseThrow(() -> sizeNotSupported(request));
        SchedulerKind scheduler =
                SchedulerKind.of(request.scheduler())
                        .filter(kind -> manifest.schedulers().contains(kind.id()))
                        .orElseThrow(() -> schedulerNotSupported(request));
        return new TextToImageRequest(
                request.prompt(),
                request.negativePrompt(),
                size,
                request.steps(),
                request.cfgScale(),
                scheduler);
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

    private static RequestRefusedException sizeNotSupported(GenerateImage request) {
        return new RequestRefusedException(
                "size-not-supported",
                "The model \"%s\" makes no pictures of %dx%d; choose another size."
                        .formatted(request.model(), request.width(), request.height()));
    }

    private static RequestRefusedException schedulerNotSupported(GenerateImage request) {
        return new RequestRefusedException(
                "scheduler-not-supported",
                "The model \"%s\" does not work with the scheduler \"%s\"; choose another."
                        .formatted(request.model(), request.scheduler()));
    }
}
