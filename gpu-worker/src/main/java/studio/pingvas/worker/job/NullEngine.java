package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.pingvas.contracts.generation.message.FollowingStep;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.pipeline.Enlargement;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.pipeline.StepListener;
import studio.pingvas.worker.recipe.RecipeStep;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.tensor.DeviceChoice;

/**
 * For benchmarks: reports every step and makes pictures of one colour, without a model. What a job
 * costs beside its picture is left.
 */
public final class NullEngine implements StepEngine {
    private static final String KERNELS = "null";
    private static final byte GREY = (byte) 0x80;
    private static final Bitmap PREVIEW = grey(16, 16);

    // The same picture again and again, so that what it is encoded to can be remembered.
    private Bitmap picture = PREVIEW;

    @Override
    public List<PictureStep> read(GenerateImage request) {
        RequestCheck.requireWhole(request);
        List<PictureStep> steps = new ArrayList<>();
        steps.add(stepOf(RequestCheck.firstOf(request)));
        request.then().forEach(following -> steps.add(stepOf(following)));
        return steps;
    }

    @Override
    public void run(PictureStep step, StepInput input, StepListener listener, MadePicture.Sink sink)
            throws IOException {
        for (int number = 0; number < input.seeds().size(); number++) {
            int count = step instanceof PictureStep.Paint paint ? paint.painting().stepsToRun() : 1;
            for (int done = 1; done <= count; done++) {
                listener.stepDone(number, done, () -> PREVIEW);
            }
            RecipeStep how = describe(step, input, number);
            Bitmap made = pictureOf(how.width(), how.height());
            sink.accept(new MadePicture(number, made, how, KERNELS, DeviceChoice.CPU));
        }
    }

    @Override
    public void reloadModels() {
        // There are none.
    }

    private Bitmap pictureOf(int width, int height) {
        if (picture.width() != width || picture.height() != height) {
            picture = grey(width, height);
        }
        return picture;
    }

    private static PictureStep stepOf(FollowingStep step) {
        if (GenerateImage.UPSCALE.equals(step.kind())) {
            return new PictureStep.Upscale(step.kind(), null, step.scale(), Enlargement.TILE);
        }
        Painting painting =
                new Painting(
                        step.prompt(),
                        step.negativePrompt(),
                        new PictureSize(step.width(), step.height(), 1),
                        step.steps(),
                        step.cfgScale(),
                        SchedulerKind.of(step.scheduler()).orElse(SchedulerKind.EULER),
                        RequestCheck.strengthOf(step));
        return new PictureStep.Paint(step.kind(), step.model(), painting, step.loras());
    }

    private static RecipeStep describe(PictureStep step, StepInput input, int picture) {
        if (step instanceof PictureStep.Upscale upscale) {
            return RecipeSteps.of(upscale, input.originals().get(picture));
        }
        return RecipeSteps.withoutModel((PictureStep.Paint) step);
    }

    private static Bitmap grey(int width, int height) {
        byte[] rgba = new byte[4 * width * height];
        Arrays.fill(rgba, GREY);
        return new Bitmap(width, height, rgba);
    }
}
