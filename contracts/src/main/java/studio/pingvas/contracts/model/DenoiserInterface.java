package studio.pingvas.contracts.model;

import static studio.pingvas.contracts.model.ManifestRules.between;
import static studio.pingvas.contracts.model.ManifestRules.require;

import java.util.List;
import java.util.Set;

/**
 * What a denoiser takes.
 *
 * @param inputs in the order of its arguments, each named once; null means {@link #LATENTS}, {@link
 *     #TIMESTEP}, {@link #TEXT}
 * @param patch latent positions to one token of the network, along each side; null means 1
 */
public record DenoiserInterface(List<String> inputs, Integer patch) {
    /** Noisy latents [rows, channels, height, width]. */
    public static final String LATENTS = "latents";

    /** What the scheduler says about their noise [rows]. */
    public static final String TIMESTEP = "timestep";

    /** Vectors of the prompt's tokens [rows, tokens, width]. */
    public static final String TEXT = "text";

    /** One vector for the whole prompt [rows, width]. */
    public static final String POOLED = "pooled";

    /** Height and width of the original, top and left of the crop, height and width [rows, 6]. */
    public static final String SIZE = "size";

    /** The guidance scale, for models that learned to follow it [rows]. */
    public static final String GUIDANCE = "guidance";

    private static final Set<String> KNOWN =
            Set.of(LATENTS, TIMESTEP, TEXT, POOLED, SIZE, GUIDANCE);

    public DenoiserInterface {
        inputs = inputs == null ? List.of(LATENTS, TIMESTEP, TEXT) : List.copyOf(inputs);
        ManifestRules.someOf("denoiser.inputs", inputs, KNOWN);
        require(
                inputs.contains(LATENTS) && inputs.contains(TIMESTEP),
                "denoiser.inputs lacks " + LATENTS + " or " + TIMESTEP);
        patch = patch == null ? Integer.valueOf(1) : patch;
        between("denoiser.patch", patch, 1, 64);
    }
}
