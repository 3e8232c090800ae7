package studio.pingvas.contracts.model;

import static studio.pingvas.contracts.model.ManifestRules.between;
import static studio.pingvas.contracts.model.ManifestRules.matching;
import static studio.pingvas.contracts.model.ManifestRules.oneOf;
import static studio.pingvas.contracts.model.ManifestRules.present;
import static studio.pingvas.contracts.model.ManifestRules.require;
import static studio.pingvas.contracts.model.ManifestRules.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code model.json} (format 1) says, for the registry and for the engine. Whoever holds one
 * holds a sound one: every part refuses what it cannot mean with an {@link
 * IllegalArgumentException} for people.
 *
 * @param id name of the model's folder
 * @param base family, for example {@code tiny} or {@code sdxl}
 * @param files every file of the model by name
 * @param sizes pictures it can make, smallest first
 * @param prediction what the denoiser predicts; {@code flow} is a velocity, noise - picture
 * @param trainTimesteps timesteps it was trained with
 * @param shift of the noise levels, 1 for none
 * @param dynamicShift of the noise levels instead, by the size of the picture; null for none
 * @param noise of the training; null for {@code flow}, which has no such curve
 * @param guidance how the model follows a prompt more strongly: {@link #CLASSIFIER_FREE} (what null
 *     means), {@link #EMBEDDED} or {@link #NO_GUIDANCE}
 * @param denoiser what it takes; null for the latents, the timestep and the text
 * @param schedulers that fit it, by name
 */
public record ModelManifest(
        int format,
        String id,
        String name,
        String description,
        String base,
        String type,
        String licence,
        Map<String, ModelFile> files,
        Latent latent,
        NativeSize nativeSize,
        List<PictureSize> sizes,
        String prediction,
        int trainTimesteps,
        double shift,
        DynamicShift dynamicShift,
        NoiseCurve noise,
        String guidance,
        DenoiserInterface denoiser,
        List<String> schedulers,
        Defaults defaults,
        List<EncoderFiles> textEncoders,
        Cost cost) {
    public static final int FORMAT = 1;

    /** Name of the manifest in the model's folder. */
    public static final String FILE_NAME = "model.json";

    public static final String DENOISER = "denoiser.pt";
    public static final String VAE_DECODER = "vae_decoder.pt";

    /** Not every model has it; without, it begins with noise alone. */
    public static final String VAE_ENCODER = "vae_encoder.pt";

    public static final String FLOW = "flow";

    /** Asked with and without the prompt, the difference exaggerated: twice the work. */
    public static final String CLASSIFIER_FREE = "classifier-free";

    /** The model was taught what the scale means and is told it. */
    public static final String EMBEDDED = "embedded";

    /** The model was taught one scale; what a request names is not used. */
    public static final String NO_GUIDANCE = "none";

    private static final Set<String> TYPES = Set.of("checkpoint");
    private static final Set<String> NETWORKS = Set.of(DENOISER, VAE_DECODER);
    private static final Set<String> GUIDANCES = Set.of(CLASSIFIER_FREE, EMBEDDED, NO_GUIDANCE);

    public ModelManifest {
        require(format == FORMAT, "format is " + format + ", only " + FORMAT + " is known");
        matching("id", id, ManifestRules.KEY);
        text("name", name, 200);
        text("description", description, 1000);
        matching("base", base, ManifestRules.KEY);
        require(TYPES.contains(present("type", type)), "type is none of " + TYPES);
        text("licence", licence, 200);
        files = Map.copyOf(present("files", files));
        files.keySet().forEach(file -> matching("the name of a file", file, ManifestRules.FILE));
        require(files.keySet().containsAll(NETWORKS), "files lacks one of " + NETWORKS);
        present("latent", latent);
        present("native_size", nativeSize);
        sizes = bySize(ManifestRules.list("sizes", sizes));
        matching("prediction", prediction, ManifestRules.KEY);
        between("train_timesteps", trainTimesteps, 1, 1_000_000);
        require(shift > 0 && shift <= 1000, "shift is " + shift);
        guidance = guidance == null ? CLASSIFIER_FREE : guidance;
        oneOf("guidance", guidance, GUIDANCES);
        denoiser = denoiser == null ? new DenoiserInterface(null, null) : denoiser;
        schedulers = ManifestRules.list("schedulers", schedulers);
        schedulers.forEach(scheduler -> matching("a scheduler", scheduler, ManifestRules.KEY));
        present("defaults", defaults);
        textEncoders = ManifestRules.list("text_encoders", textEncoders);
        present("cost", cost);
        ManifestAgreement.ofSizes(sizes, latent, denoiser);
        ManifestAgreement.ofNoise(prediction, noise, shift, dynamicShift);
        ManifestAgreement.ofConditioning(denoiser, guidance, textEncoders);
        ManifestAgreement.ofFiles(files.keySet(), textEncoders);
        require(Set.copyOf(schedulers).size() == schedulers.size(), "a scheduler is listed twice");
        require(
                schedulers.contains(defaults.scheduler()),
                "defaults.scheduler is not one of the schedulers");
        sizeOf(sizes, "defaults", defaults.width(), defaults.height());
        sizeOf(sizes, "native_size", nativeSize.width(), nativeSize.height());
    }

    /** The size of these pixels, if the model can make it. */
    public Optional<PictureSize> size(int width, int height) {
        return find(sizes, width, height);
    }

    /** Shift of the noise levels for a picture that is denoised at so many pixels. */
    public double shiftFor(int width, int height) {
        if (dynamicShift == null) {
            return shift;
        }
        int side = latent.downsample() * denoiser.patch();
        return dynamicShift.at((width / side) * (height / side));
    }

    /** Whether it can change a picture, not only make one. */
    public boolean canStartFromImage() {
        return files.containsKey(VAE_ENCODER);
    }

    /** Whether stronger guidance costs a second question to the denoiser at each step. */
    public boolean asksTwice() {
        return guidance.equals(CLASSIFIER_FREE);
    }

    /**
     * @param digest sha256 over the manifest's own bytes
     */
    public ModelView view(String digest) {
        return new ModelView(
                id,
                name,
                description,
                base,
                type,
                licence,
                digest,
                sizes.stream().map(PictureSize::view).toList(),
                sizeOf(sizes, "defaults", defaults.width(), defaults.height()).view(),
                schedulers,
                defaults.scheduler(),
                defaults.steps(),
                defaults.guidance(),
                asksTwice(),
                canStartFromImage(),
                new ModelView.Cost(cost.secondsFixed(), cost.secondsPerStepMpx()));
    }

    private static PictureSize sizeOf(
            List<PictureSize> sizes, String field, int width, int height) {
        return find(sizes, width, height)
                .orElseThrow(
                        () -> new IllegalArgumentException(field + " is not one of the sizes"));
    }

    private static Optional<PictureSize> find(List<PictureSize> sizes, int width, int height) {
        return sizes.stream()
                .filter(size -> size.width() == width && size.height() == height)
                .findFirst();
    }

    private static List<PictureSize> bySize(List<PictureSize> sizes) {
        return sizes.stream()
                .sorted(
                        Comparator.comparingLong((PictureSize size) -> size.pixels())
                                .thenComparingInt(PictureSize::width))
                .toList();
    }

    /**
     * @param bytes exact length
     * @param sha256 lower-case hex
     */
    public record ModelFile(long bytes, String sha256) {
        public ModelFile {
            require(bytes > 0, "bytes of a file is " + bytes);
            matching("sha256", sha256, "[0-9a-f]{64}");
        }
    }

    /**
     * Geometry of the latents. The decoder takes latents / scale + shift.
     *
     * @param downsample pixels to a latent position, along each side
     * @param previewRgb per channel what it adds to red, green and blue
     * @param previewBias red, green and blue of an all-zero latent
     */
    public record Latent(
            int channels,
            int downsample,
            double scale,
            double shift,
            List<List<Double>> previewRgb,
            List<Double> previewBias) {
        public Latent {
            between("latent.channels", channels, 1, 1024);
            between("latent.downsample", downsample, 1, 256);
            require(Double.isFinite(scale) && scale != 0, "latent.scale is " + scale);
            require(Double.isFinite(shift), "latent.shift is " + shift);
            previewRgb = ManifestRules.list("latent.preview_rgb", previewRgb);
            require(previewRgb.size() == channels, "latent.preview_rgb has not one row a channel");
            previewRgb.forEach(row -> ManifestRules.colour("latent.preview_rgb", row));
            previewBias = ManifestRules.colour("latent.preview_bias", previewBias);
        }
    }

    public record NativeSize(int width, int height) {}

    /**
     * @param upscale by how much the picture is enlarged after decoding
     */
    public record PictureSize(int width, int height, int upscale) {
        public PictureSize {
            between("width", width, 1, 16_384);
            between("height", height, 1, 16_384);
            between("upscale", upscale, 1, 16);
        }

        long pixels() {
            return (long) width * height;
        }

        ModelView.Size view() {
            return new ModelView.Size(width, height, upscale);
        }

        @Override
        public String toString() {
            return "size " + width + "x" + height;
        }
    }

    public record Defaults(String scheduler, int steps, double guidance, int width, int height) {
        public Defaults {
            present("defaults.scheduler", scheduler);
            between("defaults.steps", steps, 1, 1000);
            require(guidance >= 0 && guidance <= 100, "defaults.guidance is " + guidance);
        }
    }

    /**
     * @param file the network
     * @param tokenizer its {@code tokenizer.json}
     * @param length of the token sequence, special tokens included
     * @param padId token that fills it up
     * @param outputs of the network in order, of {@link DenoiserInterface#TEXT} and {@link
     *     DenoiserInterface#POOLED}; null means the text
     * @param maxChunks how many sequences a long prompt may fill; null means 1, the rest is cut
     */
    public record EncoderFiles(
            String file,
            String tokenizer,
            int length,
            int padId,
            List<String> outputs,
            Integer maxChunks) {
        private static final Set<String> OUTPUTS =
                Set.of(DenoiserInterface.TEXT, DenoiserInterface.POOLED);

        public EncoderFiles {
            present("text_encoders.file", file);
            present("text_encoders.tokenizer", tokenizer);
            between("text_encoders.length", length, 1, 65_536);
            between("text_encoders.pad_id", padId, 0, Integer.MAX_VALUE);
            outputs = outputs == null ? List.of(DenoiserInterface.TEXT) : List.copyOf(outputs);
            ManifestRules.someOf("text_encoders.outputs", outputs, OUTPUTS);
            maxChunks = maxChunks == null ? Integer.valueOf(1) : maxChunks;
            between("text_encoders.max_chunks", maxChunks, 1, 32);
        }

        boolean gives(String output) {
            return outputs.contains(output);
        }
    }

    /** Seconds on the reference GPU. */
    public record Cost(double secondsFixed, double secondsPerStepMpx) {
        public Cost {
            require(
                    secondsFixed >= 0 && Double.isFinite(secondsFixed),
                    "cost.seconds_fixed is " + secondsFixed);
            require(
                    secondsPerStepMpx >= 0 && Double.isFinite(secondsPerStepMpx),
                    "cost.seconds_per_step_mpx is " + secondsPerStepMpx);
        }
    }
}
