package studio.pingvas.worker.weights;

import java.util.LinkedHashMap;
import java.util.Map;

/** Relatives of LoRA by the tensors that give them away. */
final class UnsupportedKind {
    private static final Map<String, String> MARKS = marks();

    private UnsupportedKind() {}

    /** Says what a tensor belongs to that is none of a LoRA's. */
    static String of(String tensor) {
        for (Map.Entry<String, String> mark : MARKS.entrySet()) {
            if (tensor.contains(mark.getKey())) {
                return "it is a %s file (%s), and only plain LoRA is supported."
                        .formatted(mark.getValue(), Quoted.name(tensor));
            }
        }
        return Quoted.name(tensor) + " is no part of a LoRA; only plain LoRA is supported.";
    }

    private static Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("hada_", "LoHa");
        marks.put("lokr_", "LoKr");
        marks.put("dora_scale", "DoRA");
        marks.put("lora_magnitude_vector", "DoRA");
        marks.put("lora_mid", "LoCon with middle matrices");
        marks.put("oft_", "OFT");
        marks.put("bundle_emb", "LoRA with embeddings");
        marks.put(".lora_B.bias", "LoRA with biases");
        marks.put(".diff", "full difference");
        return marks;
    }
}
