package studio.pingvas.worker.job;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.metrics.PhaseTimer;
import studio.pingvas.worker.model.DiffusionModel;
import studio.pingvas.worker.model.ModelInvalidException;
import studio.pingvas.worker.model.Upscaler;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.pipeline.Enlargement;
import studio.pingvas.worker.pipeline.ImageToImagePipeline;
import studio.pingvas.worker.pipeline.InpaintPipeline;
import studio.pingvas.worker.pipeline.Painting;
import studio.pingvas.worker.pipeline.PictureSink;
import studio.pingvas.worker.pipeline.StepListener;
import studio.pingvas.worker.pipeline.TextToImagePipeline;
import studio.pingvas.worker.pipeline.UpscalePipeline;
import studio.pingvas.worker.recipe.RecipeStep;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.weights.LoraFolder;
import studio.pingvas.worker.weights.MergedLoras;

/** A device with its models: does the steps of requests. For one thread. */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Device device;
    private final WarmModels models;
    private final LoraFolder loras;
    private final TextToImagePipeline textToImage;
    private final ImageToImagePipeline imageToImage;
    private final InpaintPipeline inpaint;
    private final UpscalePipeline upscale;

    public Engine(Device device, WarmModels models, LoraFolder loras, PhaseTimer timer) {
        this.device = device;
        this.models = models;
        this.loras = loras;
        this.textToImage = new TextToImagePipeline(device, timer);
        this.imageToImage = new ImageToImagePipeline(device, timer);
        this.inpaint = new InpaintPipeline(device, timer);
        this.upscale = new UpscalePipeline(device, timer);
    }

    Device device() {
        return device;
    }

    WarmModels models() {
        return models;
    }

    /**
     * @throws DeviceMemoryException if the device has too little memory for it, whatever the way
     * @throws studio.pingvas.worker.fault.PermanentFaultException if another try would not help
     * @throws IOException if files cannot be read just now, or the sink throws it
     */
    void run(PictureStep step, StepInput input, StepListener listener, MadePicture.Sink sink)
            throws IOException {
        if (step instanceof PictureStep.Upscale enlarge) {
            enlarge(enlarge, input, listener, sink);
        } else {
            paint((PictureStep.Paint) step, input, listener, sink);
        }
    }

    @SuppressWarnings("try") // The weights are changed while it is open.
    private void paint(
            PictureStep.Paint step, StepInput input, StepListener listener, MadePicture.Sink sink)
            throws IOException {
        DiffusionModel model = load(() -> models.get(step.model()));
        PictureSink pictures = describing(RecipeSteps.of(step, model.folder()), sink);
        try (MergedLoras merged = MergedLoras.open(model.loraTargets(), loras, step.loras())) {
            paint(step, model, input, listener, pictures);
        } catch (NetworkException e) {
            throw new ModelInvalidException(
                    step.model(), "its networks do not fit its manifest; choose another.", e);
        }
    }

    private void paint(
            PictureStep.Paint step,
            DiffusionModel model,
            StepInput input,
            StepListener listener,
            PictureSink sink)
            throws IOException {
        Painting painting = step.painting();
        List<Bitmap> originals = input.originals();
        List<Long> seeds = input.seeds();
        switch (step.kind()) {
            case GenerateImage.TEXT_TO_IMAGE ->
                    textToImage.run(model, painting, seeds, listener, sink);
            case GenerateImage.IMAGE_TO_IMAGE ->
                    imageToImage.run(model, painting, originals, seeds, listener, sink);
            case GenerateImage.INPAINT ->
                    inpaint.run(model, painting, originals, input.masks(), seeds, listener, sink);
            default -> throw new IllegalArgumentException("No painting: " + step.kind());
        }
    }

    private void enlarge(
            PictureStep.Upscale step, StepInput input, StepListener listener, MadePicture.Sink sink)
            throws IOException {
        Bitmap first = input.originals().get(0);
        Enlargement enlargement = Enlargement.lanczos(device.ops(), step.factor());
        RecipeStep how = RecipeSteps.of(step, first);
        if (step.upscaler() != null) {
            Upscaler upscaler = load(() -> models.upscaler(step.upscaler()));
            enlargement = Enlargement.by(upscaler);
            how = RecipeSteps.of(step, first, upscaler);
        }
        try {
            upscale.run(enlargement, input.originals(), listener, describing(how, sink));
        } catch (NetworkException e) {
            throw new ModelInvalidException(
                    step.upscaler(), "its network does not do what its manifest says.", e);
        }
    }

    private PictureSink describing(RecipeStep how, MadePicture.Sink sink) {
        String kernels = device.ops().name();
        return (picture, bitmap) ->
                sink.accept(new MadePicture(picture, bitmap, how, kernels, device.name()));
    }

    /** Other models give way to one that does not fit beside them. */
    private <T> T load(Loading<T> loading) throws IOException {
        try {
            return loading.load();
        } catch (DeviceMemoryException e) {
            LOG.warn("memory is short, all other models are put away: {}", e.getMessage());
            close();
            return loading.load();
        }
    }

    /** A look into the warm models. */
    @FunctionalInterface
    private interface Loading<T> {
        T load() throws IOException;
    }

    @Override
    public void close() {
        models.close();
        device.releaseUnusedMemory();
    }
}
