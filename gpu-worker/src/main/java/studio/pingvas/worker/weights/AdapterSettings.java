package studio.pingvas.worker.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What PEFT notes of a training in a file's metadata, where kohya's scripts write an alpha beside
 * each layer. Keys begin with the part, or with nothing if the file has only one.
 */
final class AdapterSettings {
    static final String KEY = "lora_adapter_metadata";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<LoraPart, List<String>> PREFIXES =
            Map.of(
                    LoraPart.DENOISER, List.of("unet.", "transformer.", ""),
                    LoraPart.TEXT_ENCODER, List.of("text_encoder."),
                    LoraPart.TEXT_ENCODER_2, List.of("text_encoder_2."),
                    LoraPart.TEXT_ENCODER_3, List.of("text_encoder_3."));

    private final JsonNode settings;

    private AdapterSettings(JsonNode settings) {
        this.settings = settings;
    }

    /**
     * @throws IllegalArgumentException with a sentence, if they are damaged or say what is not
     *     supported
     */
    static AdapterSettings parse(Optional<String> json) {
        try {
            JsonNode settings = JSON.readTree(json.orElse("{}"));
            for (LoraPart part : LoraPart.values()) {
                new AdapterSettings(settings).requireSupported(part);
            }
            return new AdapterSettings(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("its settings of the adapter are damaged.", e);
        }
    }

    /** By which a layer without an alpha of its own is scaled. */
    float scale(LoraPart part, int rank) {
        double alpha = setting(part, "lora_alpha").asDouble(rank);
        boolean byRoot = setting(part, "use_rslora").asBoolean();
        return (float) (alpha / (byRoot ? Math.sqrt(rank) : rank));
    }

    private void requireSupported(LoraPart part) {
        if (!setting(part, "alpha_pattern").isEmpty()) {
            throw new IllegalArgumentException(
                    "it scales single layers (alpha_pattern), which is not supported.");
        }
        if (setting(part, "use_dora").asBoolean()) {
            throw new IllegalArgumentException(
                    "it is a DoRA file, and only plain LoRA is supported.");
        }
    }

    private JsonNode setting(LoraPart part, String name) {
        return PREFIXES.get(part).stream()
                .map(prefix -> settings.path(prefix + name))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
