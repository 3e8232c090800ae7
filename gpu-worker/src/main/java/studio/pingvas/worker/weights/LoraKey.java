package studio.pingvas.worker.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tensor's name, understood. Trainers write it in different ways; flattened, with {@code _} for
 * {@code .}, all of them are one.
 */
record LoraKey(LayerName layer, Role role) {
    enum Role {
        UP,
        DOWN,
        ALPHA
    }

    /** Of kohya's scripts, of PEFT (with the name of its adapter or not), of diffusers. */
    private static final Pattern MATRIX =
            Pattern.compile(
                    "(?<path>.+)\\.(?:lora_(?<flat>down|up)"
                            + "|lora_(?<peft>[AB])(?:\\.[A-Za-z0-9_-]+)?"
                            + "|(?:lora|lora_linear_layer)\\.(?<dotted>down|up))\\.weight");

    /** Of diffusers' former attention processors. */
    private static final Pattern PROCESSOR =
            Pattern.compile(
                    "(?<path>.+)\\.(?<projection>to_(?:q|k|v|out))_lora\\.(?<role>down|up)\\.weight");

    private static final Pattern ALPHA = Pattern.compile("(?<path>.+)\\.alpha");
    private static final Pattern WRAPPER = Pattern.compile("^base_model\\.model\\.");
    private static final Pattern PROCESSOR_STEP = Pattern.compile("\\.processor(?=\\.|$)");
    private static final Map<String, LoraPart> PREFIXES = prefixes();

    /** Empty if the name is none of a LoRA's. */
    static Optional<LoraKey> of(String name) {
        Matcher matrix = MATRIX.matcher(name);
        if (matrix.matches()) {
            return Optional.of(new LoraKey(layer(matrix.group("path"), ""), roleOf(matrix)));
        }
        Matcher processor = PROCESSOR.matcher(name);
        if (processor.matches()) {
            Role role = processor.group("role").equals("up") ? Role.UP : Role.DOWN;
            LayerName layer = layer(processor.group("path"), processor.group("projection"));
            return Optional.of(new LoraKey(layer, role));
        }
        Matcher alpha = ALPHA.matcher(name);
        return alpha.matches()
                ? Optional.of(new LoraKey(layer(alpha.group("path"), ""), Role.ALPHA))
                : Optional.empty();
    }

    /**
     * @param projection of an attention processor; empty if the path is whole
     */
    private static LayerName layer(String path, String projection) {
        String name = WRAPPER.matcher(path).replaceFirst("");
        for (Map.Entry<String, LoraPart> prefix : PREFIXES.entrySet()) {
            if (name.startsWith(prefix.getKey())) {
                String within = name.substring(prefix.getKey().length());
                return layer(prefix.getValue(), within, projection);
            }
        }
        return layer(LoraPart.DENOISER, name, projection);
    }

    private static LayerName layer(LoraPart part, String path, String projection) {
        String layer = PROCESSOR_STEP.matcher(path).replaceAll("");
        if (!projection.isEmpty()) {
            layer += "." + currentName(part, projection);
        }
        return new LayerName(part, layer.replace('.', '_'));
    }

    /** What a projection of a processor is called in the network itself. */
    private static String currentName(LoraPart part, String projection) {
        boolean last = projection.equals("to_out");
        if (part == LoraPart.DENOISER) {
            return last ? "to_out.0" : projection;
        }
        return last ? "out_proj" : projection.charAt(projection.length() - 1) + "_proj";
    }

    private static Role roleOf(Matcher matrix) {
        boolean up =
                "up".equals(matrix.group("flat"))
                        || "up".equals(matrix.group("dotted"))
                        || "B".equals(matrix.group("peft"));
        return up ? Role.UP : Role.DOWN;
    }

    private static Map<String, LoraPart> prefixes() {
        Map<String, LoraPart> prefixes = new LinkedHashMap<>();
        prefixes.put("lora_unet_", LoraPart.DENOISER);
        prefixes.put("lora_transformer_", LoraPart.DENOISER);
        prefixes.put("lora_te_", LoraPart.TEXT_ENCODER);
        prefixes.put("lora_te1_", LoraPart.TEXT_ENCODER);
        prefixes.put("lora_te2_", LoraPart.TEXT_ENCODER_2);
        prefixes.put("lora_te3_", LoraPart.TEXT_ENCODER_3);
        prefixes.put("unet.", LoraPart.DENOISER);
        prefixes.put("transformer.", LoraPart.DENOISER);
        prefixes.put("diffusion_model.", LoraPart.DENOISER);
        prefixes.put("text_encoder.", LoraPart.TEXT_ENCODER);
        prefixes.put("text_encoder_2.", LoraPart.TEXT_ENCODER_2);
        prefixes.put("text_encoder_3.", LoraPart.TEXT_ENCODER_3);
        return prefixes;
    }
}
