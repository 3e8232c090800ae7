package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.tensor.Shape;

class LayerIndexTest {
    @Test
    void flatNamesFindTheirWeights() {
        LayerIndex index = index("down_blocks.0.attn1.to_q.weight", "conv_in.weight");

        assertThat(index.weightsOf(List.of("down_blocks_0_attn1_to_q", "conv_in")))
                .containsEntry(
                        "down_blocks_0_attn1_to_q", List.of("down_blocks.0.attn1.to_q.weight"))
                .containsEntry("conv_in", List.of("conv_in.weight"));
    }

    @Test
    void wrappedNetworkIsTheSame() {
        LayerIndex index =
                index("wrapper.unet.mid_block.to_q.weight", "wrapper.unet.conv_in.weight");

        assertThat(index.weightsOf(List.of("mid_block_to_q", "conv_in")).values())
                .containsExactly(
                        List.of("wrapper.unet.mid_block.to_q.weight"),
                        List.of("wrapper.unet.conv_in.weight"));
    }

    @Test
    void allLayersAreUnderOnePrefix() {
        LayerIndex index = index("first.to_q.weight", "second.to_k.weight");

        assertUnknown(index, "no layer \"to_k\"", "to_q", "to_k");
    }

    @Test
    void otherLayersTellTwoNetworksInOneFileApart() {
        LayerIndex index = index("first.to_q.weight", "second.to_q.weight", "second.to_k.weight");

        assertThat(index.weightsOf(List.of("to_q", "to_k")).values())
                .containsExactly(List.of("second.to_q.weight"), List.of("second.to_k.weight"));
        assertUnknown(index, "more than one layer \"to_q\"", "to_q");
    }

    @Test
    void layerOfTheNetworkItselfComesBeforeOnesWithin() {
        LayerIndex index = index("to_q.weight", "other.to_q.weight");

        assertThat(index.weightsOf(List.of("to_q"))).containsValue(List.of("to_q.weight"));
    }

    @Test
    void namesThatAreOneWhenFlatAreAmbiguous() {
        assertUnknown(index("a.b_c.weight", "a_b.c.weight"), "more than one", "a_b_c");
    }

    /** "_blocks_0_to_q" is the end of the name, but no step of the path. */
    @Test
    void onlyWholeStepsAreLeftOut() {
        assertUnknown(index("down_blocks.0.to_q.weight"), "no layer", "blocks_0_to_q");
    }

    @Test
    void biasesAndTablesAreNoLayers() {
        LayerIndex index = index("conv_in.bias", "table");

        assertThat(index.isEmpty()).isTrue();
        assertUnknown(index, "no layer", "table");
    }

    @Test
    void namesOfTheFirstImplementationAreTranslatedWhereTheyAreNotTheNetworksOwn() {
        String name = "input_blocks_4_1_proj_in";

        assertThat(index("down_blocks.1.attentions.0.proj_in.weight").weightsOf(List.of(name)))
                .containsEntry(name, List.of("down_blocks.1.attentions.0.proj_in.weight"));
        assertThat(index("input_blocks.4.1.proj_in.weight").weightsOf(List.of(name)))
                .containsEntry(name, List.of("input_blocks.4.1.proj_in.weight"));
    }

    @Test
    void oneLayerOfTheFirstFluxIsSeveralInDiffusers() {
        String attention = "transformer.transformer_blocks.7.attn.";
        LayerIndex index =
                index(
                        attention + "to_v.weight",
                        attention + "to_k.weight",
                        attention + "to_q.weight");

        assertThat(index.weightsOf(List.of("double_blocks_7_img_attn_qkv")).values())
                .containsExactly(
                        List.of(
                                attention + "to_q.weight",
                                attention + "to_k.weight",
                                attention + "to_v.weight"));
        assertUnknown(index, "no layer \"double_blocks_8_img", "double_blocks_8_img_attn_qkv");
    }

    private static void assertUnknown(LayerIndex index, String complaint, String... layers) {
        assertThatThrownBy(() -> index.weightsOf(List.of(layers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static LayerIndex index(String... parameters) {
        return new LayerIndex(
                Arrays.stream(parameters)
                        .collect(Collectors.toMap(name -> name, name -> Shape.of(2, 2))));
    }
}
