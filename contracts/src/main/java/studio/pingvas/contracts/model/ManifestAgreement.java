package studio.pingvas.contracts.model;

import static studio.pingvas.contracts.model.ManifestRules.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.pingvas.contracts.model.ModelManifest.EncoderFiles;
import studio.pingvas.contracts.model.ModelManifest.Latent;
import studio.pingvas.contracts.model.ModelManifest.PictureSize;

/** Whether the parts of a manifest fit together. */
final class ManifestAgreement {
    private ManifestAgreement() {}

    static void ofSizes(List<PictureSize> sizes, Latent latent, DenoiserInterface denoiser) {
        Set<String> distinct = new HashSet<>();
        for (PictureSize size : sizes) {
            int unit = latent.downsample() * denoiser.patch() * size.upscale();
            require(
                    size.width() % unit == 0 && size.height() % unit == 0,
                    size + " is not a multiple of downsample x patch x upscale, " + unit);
            require(distinct.add(size.toString()), size + " is listed twice");
        }
    }

    static void ofFiles(Set<String> files, List<EncoderFiles> textEncoders) {
        for (EncoderFiles encoder : textEncoders) {
            require(files.contains(encoder.file()), encoder.file() + " is not among files");
            require(
                    files.contains(encoder.tokenizer()),
                    encoder.tokenizer() + " is not among files");
        }
    }

    static void ofNoise(
            String prediction, NoiseCurve noise, double shift, DynamicShift dynamicShift) {
        boolean flow = prediction.equals(ModelManifest.FLOW);
        require(flow == (noise == null), "noise belongs to every prediction but flow");
        require(flow || shift == 1 && dynamicShift == null, "only flow has a shift");
        require(dynamicShift == null || shift == 1, "shift and dynamic_shift exclude each other");
    }

    static void ofConditioning(
            DenoiserInterface denoiser, String guidance, List<EncoderFiles> textEncoders) {
        boolean told = denoiser.inputs().contains(DenoiserInterface.GUIDANCE);
        require(
                told == guidance.equals(ModelManifest.EMBEDDED),
                "embedded guidance and the denoiser's input guidance go together");
        for (String output : List.of(DenoiserInterface.TEXT, DenoiserInterface.POOLED)) {
            boolean given = textEncoders.stream().anyMatch(encoder -> encoder.gives(output));
            require(
                    given == denoiser.inputs().contains(output),
                    "the denoiser and the text encoders do not agree on " + output);
        }
        long pooled =
                textEncoders.stream()
                        .filter(encoder -> encoder.gives(DenoiserInterface.POOLED))
                        .count();
        require(pooled <= 1, pooled + " text encoders give pooled");
    }
}
