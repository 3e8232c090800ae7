package studio.pingvas.worker.model;

import java.util.List;
import java.util.Optional;
import studio.pingvas.contracts.model.DenoiserInterface;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.scheduler.Prediction;
import studio.pingvas.worker.scheduler.SchedulerSettings;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.weights.LoraTargets;

/**
 * A model whose networks are loaded.
 *
 * @param vaeEncoder only of models that can start from a picture
 */
public record DiffusionModel(
        ModelFolder folder,
        TextEncoders textEncoders,
        Denoiser denoiser,
        VaeDecoder vaeDecoder,
        Optional<VaeEncoder> vaeEncoder)
        implements Loaded {
    public ModelManifest manifest() {
        return folder.manifest();
    }

    /**
     * Everything that the denoiser is told beside latents and timestep; the same at each step.
     *
     * @param prompts one for each row of latents
     * @param width of the picture in pixels as it is denoised
     * @param height of the picture in pixels as it is denoised
     * @param guidance scale; not used unless the model takes it
     */
    public Conditioning condition(
            TensorScope scope, List<String> prompts, int width, int height, double guidance) {
        EncodedText text = textEncoders.encode(scope, prompts);
        int rows = prompts.size();
        return new Conditioning(
                text.text(),
                text.pooled(),
                takes(DenoiserInterface.SIZE)
                        ? rowsOf(scope, rows, height, width, 0, 0, height, width)
                        : null,
                takes(DenoiserInterface.GUIDANCE)
                        ? scope.floats(Shape.of(rows), repeated(rows, (float) guidance))
                        : null,
                text.tokensCut());
    }

    /**
     * What a run's noise levels follow from.
     *
     * @param width of the picture in pixels as it is denoised
     * @param height of the picture in pixels as it is denoised
     */
    public SchedulerSettings schedule(int steps, int width, int height) {
        ModelManifest manifest = manifest();
        return new SchedulerSettings(
                steps,
                Prediction.of(manifest.prediction()).orElseThrow(),
                manifest.trainTimesteps(),
                NoiseCurves.toTrainedNoise(manifest.noise()),
                manifest.shiftFor(width, height));
    }

    /** What a LoRA may change. */
    public LoraTargets loraTargets() {
        return new LoraTargets(manifest().id(), denoiser.network(), textEncoders.networks());
    }

    @Override
    public String digest() {
        return folder.digest();
    }

    @Override
    public long bytes() {
        return textEncoders.bytes()
                + denoiser.bytes()
                + vaeDecoder.bytes()
                + vaeEncoder.map(VaeEncoder::bytes).orElse(0L);
    }

    @Override
    public void close() {
        vaeEncoder.ifPresent(VaeEncoder::close);
        vaeDecoder.close();
        denoiser.close();
        textEncoders.close();
    }

    private boolean takes(String input) {
        return manifest().denoiser().inputs().contains(input);
    }

    private static Tensor rowsOf(TensorScope scope, int rows, float... row) {
        return scope.floats(Shape.of(rows, row.length), repeated(rows, row));
    }

    private static float[] repeated(int times, float... values) {
        float[] all = new float[times * values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i % values.length];
        }
        return all;
    }
}
