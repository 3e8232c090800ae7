package studio.pingvas.worker.weights;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Layers of the first implementations of FLUX and Z-Image under their names in diffusers. Where
 * diffusers has several layers for one, their outputs lie in that order.
 */
final class TransformerNames {
    private static final Pattern DOUBLE_BLOCK = Pattern.compile("double_blocks_(\\d{1,3})_(.+)");
    private static final Pattern SINGLE_BLOCK = Pattern.compile("single_blocks_(\\d{1,3})_(.+)");
    private static final Pattern ATTENTION =
            Pattern.compile("((?:layers|noise_refiner|context_refiner)_\\d{1,3}_attention_)(.+)");

    private static final Map<String, List<String>> IN_DOUBLE_BLOCK =
            Map.ofEntries(
                    entry("img_attn_qkv", List.of("attn_to_q", "attn_to_k", "attn_to_v")),
                    entry(
                            "txt_attn_qkv",
                            List.of("attn_add_q_proj", "attn_add_k_proj", "attn_add_v_proj")),
                    entry("img_attn_proj", List.of("attn_to_out_0")),
                    entry("txt_attn_proj", List.of("attn_to_add_out")),
                    entry("img_mlp_0", List.of("ff_net_0_proj")),
                    entry("img_mlp_2", List.of("ff_net_2")),
                    entry("txt_mlp_0", List.of("ff_context_net_0_proj")),
                    entry("txt_mlp_2", List.of("ff_context_net_2")),
                    entry("img_mod_lin", List.of("norm1_linear")),
                    entry("txt_mod_lin", List.of("norm1_context_linear")));

    private static final Map<String, List<String>> IN_SINGLE_BLOCK =
            Map.of(
                    "linear1", List.of("attn_to_q", "attn_to_k", "attn_to_v", "proj_mlp"),
                    "linear2", List.of("proj_out"),
                    "modulation_lin", List.of("norm_linear"));

    private static final Map<String, List<String>> IN_ATTENTION =
            Map.of("qkv", List.of("to_q", "to_k", "to_v"), "out", List.of("to_out_0"));

    private static final Map<String, List<String>> OUTSIDE =
            Map.of(
                    "img_in", List.of("x_embedder"),
                    "txt_in", List.of("context_embedder"),
                    "time_in_in_layer", List.of("time_text_embed_timestep_embedder_linear_1"),
                    "time_in_out_layer", List.of("time_text_embed_timestep_embedder_linear_2"),
                    "vector_in_in_layer", List.of("time_text_embed_text_embedder_linear_1"),
                    "vector_in_out_layer", List.of("time_text_embed_text_embedder_linear_2"),
                    "guidance_in_in_layer", List.of("time_text_embed_guidance_embedder_linear_1"),
                    "guidance_in_out_layer", List.of("time_text_embed_guidance_embedder_linear_2"),
                    "final_layer_linear", List.of("proj_out"));

    private TransformerNames() {}

    /** Empty if this is no name of theirs. */
    static List<String> inDiffusers(String flat) {
        Matcher twice = DOUBLE_BLOCK.matcher(flat);
        if (twice.matches()) {
            return in("transformer_blocks_" + twice.group(1) + "_", IN_DOUBLE_BLOCK, twice);
        }
        Matcher once = SINGLE_BLOCK.matcher(flat);
        if (once.matches()) {
            return in("single_transformer_blocks_" + once.group(1) + "_", IN_SINGLE_BLOCK, once);
        }
        Matcher attention = ATTENTION.matcher(flat);
        return attention.matches()
                ? in(attention.group(1), IN_ATTENTION, attention)
                : OUTSIDE.getOrDefault(flat, List.of());
    }

    private static List<String> in(
            String block, Map<String, List<String>> layers, Matcher matched) {
        return layers.getOrDefault(matched.group(2), List.of()).stream()
                .map(layer -> block + layer)
                .toList();
    }
}
