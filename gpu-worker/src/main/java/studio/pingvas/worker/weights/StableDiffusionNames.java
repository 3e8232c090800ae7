package studio.pingvas.worker.weights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Layers of Stable Diffusion's first implementation, which trainers still name in files for SDXL,
 * under their names in diffusers. Every level has three blocks: two with content and one that
 * changes the size, or three with content on the way up.
 */
final class StableDiffusionNames {
    private static final int BLOCKS_A_LEVEL = 3;

    private static final Map<String, String> OUTSIDE =
            Map.of(
                    "input_blocks_0_0", "conv_in",
                    "out_2", "conv_out",
                    "time_embed_0", "time_embedding_linear_1",
                    "time_embed_2", "time_embedding_linear_2",
                    "label_emb_0_0", "add_embedding_linear_1",
                    "label_emb_0_2", "add_embedding_linear_2");

    private static final Map<String, String> IN_RESNET =
            Map.of(
                    "in_layers_2", "conv1",
                    "out_layers_3", "conv2",
                    "emb_layers_1", "time_emb_proj",
                    "skip_connection", "conv_shortcut");

    private static final List<Rule> RULES =
            List.of(
                    rule(
                            "input_blocks_(\\d{1,2})_0_op",
                            m ->
                                    "down_blocks_%d_downsamplers_0_conv"
                                            .formatted(down(m) / BLOCKS_A_LEVEL)),
                    rule(
                            "input_blocks_(\\d{1,2})_0_(.+)",
                            m -> in("down_blocks", down(m), "resnets", resnet(m, 2))),
                    rule(
                            "input_blocks_(\\d{1,2})_1_(.+)",
                            m -> in("down_blocks", down(m), "attentions", m.group(2))),
                    rule("middle_block_0_(.+)", m -> "mid_block_resnets_0_" + resnet(m, 1)),
                    rule("middle_block_1_(.+)", m -> "mid_block_attentions_0_" + m.group(1)),
                    rule("middle_block_2_(.+)", m -> "mid_block_resnets_1_" + resnet(m, 1)),
                    rule(
                            "output_blocks_(\\d{1,2})_[12]_conv",
                            m ->
                                    "up_blocks_%d_upsamplers_0_conv"
                                            .formatted(up(m) / BLOCKS_A_LEVEL)),
                    rule(
                            "output_blocks_(\\d{1,2})_0_(.+)",
                            m -> in("up_blocks", up(m), "resnets", resnet(m, 2))),
                    rule(
                            "output_blocks_(\\d{1,2})_1_(.+)",
                            m -> in("up_blocks", up(m), "attentions", m.group(2))));

    private StableDiffusionNames() {}

    /** The name in diffusers, if this is one of the original. */
    static Optional<String> inDiffusers(String flat) {
        if (OUTSIDE.containsKey(flat)) {
            return Optional.of(OUTSIDE.get(flat));
        }
        return RULES.stream().flatMap(rule -> rule.apply(flat).stream()).findFirst();
    }

    private static Rule rule(String pattern, Function<MatchResult, String> name) {
        return new Rule(Pattern.compile(pattern), name);
    }

    private static String in(String blocks, int block, String kind, String rest) {
        return "%s_%d_%s_%d_%s"
                .formatted(blocks, block / BLOCKS_A_LEVEL, kind, block % BLOCKS_A_LEVEL, rest);
    }

    /** The first block is the convolution before all levels. */
    private static int down(MatchResult match) {
        return Integer.parseInt(match.group(1)) - 1;
    }

    private static int up(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }

    private static String resnet(MatchResult match, int group) {
        return IN_RESNET.getOrDefault(match.group(group), match.group(group));
    }

    private record Rule(Pattern pattern, Function<MatchResult, String> name) {
        Optional<String> apply(String flat) {
            Matcher matcher = pattern.matcher(flat);
            return matcher.matches() ? Optional.of(name.apply(matcher)) : Optional.empty();
        }
    }
}
