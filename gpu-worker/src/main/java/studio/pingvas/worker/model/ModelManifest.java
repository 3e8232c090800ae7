package studio.pingvas.worker.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.pingvas.worker.scheduler.SchedulerKind;
import studio.pingvas.worker.tensor.LatentProjection;

/**
 * {@code model.json}, format 1: everything the denoising loop needs to know about a model.
 *
 * @param base the family, for example {@code tiny} or {@code sdxl}
 * @param files every file of the model by name
 * @param sizes pictures it can make
 * @param prediction what the denoiser predicts; {@code flow} is a velocity
 * @param trainTimesteps timesteps it was trained with
 * @param shift of the noise levels, 1 for none
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
        List<String> schedulers,
        Defaults defaults,
        List<EncoderFiles> textEncoders,
        Cost cost) {
    public static final String FILE_NAME = "model.json";
    public static final int FORMAT = 1;
    public static final String DENOISER = "denoiser.pt";
    public static final String VAE_DECODER = "vae_decoder.pt";

    private static final String FLOW = "flow";
    // A plain name: it is resolved against the model's folder and must stay inside.
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    public ModelManifest {
        check(format == FORMAT, "format " + format + " is not " + FORMAT);
        check(id != null && name != null && base != null, "id, name or base is missing");
        check(files != null && latent != null && nativeSize != null, "a part is missing");
        check(defaults != null && cost != null, "defaults or cost are missing");
        files = Map.copyOf(files);
        sizes = copyOf(sizes, "sizes");
        schedulers = copyOf(schedulers, "schedulers");
        textEncoders = copyOf(textEncoders, "text_encoders");
        check(FLOW.equals(prediction), "prediction \"" + prediction + "\" is not known");
        check(trainTimesteps > 0 && shift > 0, "train_timesteps or shift is not positive");
        check(textEncoders.size() == 1, textEncoders.size() + " text encoders, not 1");
        for (String scheduler : schedulers) {
            check(SchedulerKind.of(scheduler).isPresent(), "no scheduler is called " + scheduler);
        }
        for (PictureSize size : sizes) {
            check(size.fits(latent.downsample()), size + " is no whole number of latents");
        }
        files.keySet().forEach(file -> check(FILE.matcher(file).matches(), file + " as a name"));
        requireListed(files, DENOISER);
        requireListed(files, VAE_DECODER);
        for (EncoderFiles encoder : textEncoders) {
            requireListed(files, encoder.file());
            requireListed(files, encoder.tokenizer());
        }
    }

    public Optional<PictureSize> size(int width, int height) {
        return sizes.stream()
                .filter(size -> size.width() == width && size.height() == height)
                .findFirst();
    }

    /**
     * @param sha256 lower-case hex
     */
    public record ModelFile(long bytes, String sha256) {
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        public ModelFile {
            check(bytes > 0, "a file of " + bytes + " bytes");
            check(sha256 != null && SHA256.matcher(sha256).matches(), sha256 + " as a sha256");
        }
    }

    /**
     * Geometry of the latents. The decoder takes latents / scale + shift.
     *
     * @param downsample pixels to a latent position, along each side
     * @param previewRgb red, green and blue of each channel, see {@link LatentProjection}
     */
    public record Latent(
            int channels,
            int downsample,
            float scale,
            float shift,
            List<List<Float>> previewRgb,
            List<Float> previewBias) {
        public Latent {
            check(channels > 0 && channels <= 1024, channels + " latent channels");
            check(downsample > 0 && downsample <= 256, "downsample " + downsample);
            check(scale != 0 && Float.isFinite(scale) && Float.isFinite(shift), "scale or shift");
            check(previewRgb != null && previewBias != null, "the preview is missing");
            int rows = new LatentProjection(previewRgb, previewBias).channels();
            check(rows == channels, rows + " rows of preview_rgb");
        }

        public LatentProjection preview() {
            return new LatentProjection(previewRgb, previewBias);
        }
    }

    public record NativeSize(int width, int height) {}

    /**
     * @param upscale the picture is made this many times smaller and enlarged after decoding
     */
    public record PictureSize(int width, int height, int upscale) {
        private static final int MAX_SIDE = 16_384;

        public PictureSize {
            check(upscale == 1 || upscale == 2 || upscale == 4, "upscale " + upscale);
            check(
                    Math.min(width, height) > 0 && Math.max(width, height) <= MAX_SIDE,
                    "size " + width + "x" + height);
        }

        boolean fits(int downsample) {
            int unit = upscale * downsample;
            return width % unit == 0 && height % unit == 0;
        }
    }

    public record Defaults(String scheduler, int steps, double guidance, int width, int height) {}

    /**
     * @param file the network
     * @param tokenizer its {@code tokenizer.json}
     * @param length of every prompt in tokens, special ones included
     * @param padId fills prompts that are shorter
     */
    public record EncoderFiles(String file, String tokenizer, int length, long padId) {
        public EncoderFiles {
            check(length > 2 && length <= 4096, "a prompt of " + length + " tokens");
        }
    }

    public record Cost(double secondsFixed, double secondsPerStepMpx) {}

    private static <T> List<T> copyOf(List<T> list, String name) {
        check(list != null && !list.isEmpty(), name + " are missing");
        check(list.stream().noneMatch(Objects::isNull), name + " contain null");
        return List.copyOf(list);
    }

    private static void requireListed(Map<String, ModelFile> files, String file) {
        check(file != null && files.containsKey(file), file + " is not among the files");
    }

    private static void check(boolean right, String complaint) {
        if (!right) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
