package studio.pingvas.worker.weights;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.worker.tensor.Network;

/**
 * The networks of a model that a LoRA may change.
 *
 * @param model its id, for sentences
 * @param textEncoders in the model's order
 */
public record LoraTargets(String model, Network denoiser, List<Network> textEncoders) {
    private static final List<LoraPart> ENCODERS =
            List.of(LoraPart.TEXT_ENCODER, LoraPart.TEXT_ENCODER_2, LoraPart.TEXT_ENCODER_3);

    public LoraTargets {
        textEncoders = List.copyOf(textEncoders);
    }

    Map<LoraPart, Network> byPart() {
        Map<LoraPart, Network> networks = new EnumMap<>(LoraPart.class);
        networks.put(LoraPart.DENOISER, denoiser);
        for (int i = 0; i < Math.min(textEncoders.size(), ENCODERS.size()); i++) {
            networks.put(ENCODERS.get(i), textEncoders.get(i));
        }
        return networks;
    }
}
