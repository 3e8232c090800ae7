package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.weights.LoraKey.Role;

class LoraKeyTest {
    @ParameterizedTest
    @CsvSource({
        // kohya's scripts
        "lora_unet_mid_block_attn1_to_q.lora_down.weight, DENOISER, mid_block_attn1_to_q, DOWN",
        "lora_unet_mid_block_attn1_to_q.lora_up.weight, DENOISER, mid_block_attn1_to_q, UP",
        "lora_unet_mid_block_attn1_to_q.alpha, DENOISER, mid_block_attn1_to_q, ALPHA",
        "lora_transformer_transformer_blocks_1_attn_to_k.lora_up.weight, DENOISER,"
                + " transformer_blocks_1_attn_to_k, UP",
        "lora_te_text_model_encoder_layers_0_mlp_fc1.lora_up.weight, TEXT_ENCODER,"
                + " text_model_encoder_layers_0_mlp_fc1, UP",
        "lora_te1_text_model_encoder_layers_0_mlp_fc1.alpha, TEXT_ENCODER,"
                + " text_model_encoder_layers_0_mlp_fc1, ALPHA",
        "lora_te2_text_projection.lora_down.weight, TEXT_ENCODER_2, text_projection, DOWN",
        "lora_te3_encoder_block_0.lora_down.weight, TEXT_ENCODER_3, encoder_block_0, DOWN",
        // PEFT, as diffusers writes it today
        "unet.mid_block.attn1.to_out.0.lora_A.weight, DENOISER, mid_block_attn1_to_out_0, DOWN",
        "unet.mid_block.attn1.to_out.0.lora_B.weight, DENOISER, mid_block_attn1_to_out_0, UP",
        "unet.mid_block.attn1.to_q.lora_A.default.weight, DENOISER, mid_block_attn1_to_q, DOWN",
        "transformer.transformer_blocks.0.attn.to_q.lora_B.weight, DENOISER,"
                + " transformer_blocks_0_attn_to_q, UP",
        "diffusion_model.layers.3.attention.to_q.lora_A.weight, DENOISER,"
                + " layers_3_attention_to_q, DOWN",
        "base_model.model.layers.3.to_q.lora_A.weight, DENOISER, layers_3_to_q, DOWN",
        "base_model.model.unet.conv_in.lora_A.weight, DENOISER, conv_in, DOWN",
        "mid_block.attn1.to_q.lora_A.weight, DENOISER, mid_block_attn1_to_q, DOWN",
        "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_B.weight, TEXT_ENCODER,"
                + " text_model_encoder_layers_0_self_attn_q_proj, UP",
        "text_encoder_2.text_projection.lora_A.weight, TEXT_ENCODER_2, text_projection, DOWN",
        "unet.mid_block.attn1.to_q.alpha, DENOISER, mid_block_attn1_to_q, ALPHA",
        // diffusers before PEFT
        "unet.mid_block.attn1.processor.to_q_lora.down.weight, DENOISER,"
                + " mid_block_attn1_to_q, DOWN",
        "mid_block.attn1.processor.to_out_lora.up.weight, DENOISER, mid_block_attn1_to_out_0, UP",
        "unet.mid_block.attn1.to_v.lora.up.weight, DENOISER, mid_block_attn1_to_v, UP",
        "text_encoder.text_model.encoder.layers.0.self_attn.to_out_lora.up.weight, TEXT_ENCODER,"
                + " text_model_encoder_layers_0_self_attn_out_proj, UP",
        "text_encoder.text_model.encoder.layers.0.self_attn.to_k_lora.down.weight, TEXT_ENCODER,"
                + " text_model_encoder_layers_0_self_attn_k_proj, DOWN",
        "text_encoder.text_model.encoder.layers.0.mlp.fc1.lora_linear_layer.down.weight,"
                + " TEXT_ENCODER, text_model_encoder_layers_0_mlp_fc1, DOWN",
    })
    void namesOfAllTrainersAreUnderstood(String name, LoraPart part, String layer, Role role) {
        assertThat(LoraKey.of(name)).contains(new LoraKey(new LayerName(part, layer), role));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".alpha",
                "conv_in.weight",
                "lora_unet_a.hada_w1_a",
                "lora_unet_a.lokr_w1",
                "lora_unet_a.lora_mid.weight",
                "lora_unet_a.dora_scale",
                "a.lora_A.bias",
                "a.lora_C.weight"
            })
    void otherNamesAreNone(String name) {
        assertThat(LoraKey.of(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "input_blocks_0_0, conv_in",
        "input_blocks_1_0_in_layers_2, down_blocks_0_resnets_0_conv1",
        "input_blocks_2_0_out_layers_3, down_blocks_0_resnets_1_conv2",
        "input_blocks_3_0_op, down_blocks_0_downsamplers_0_conv",
        "input_blocks_4_0_emb_layers_1, down_blocks_1_resnets_0_time_emb_proj",
        "input_blocks_4_1_proj_in, down_blocks_1_attentions_0_proj_in",
        "input_blocks_8_1_transformer_blocks_9_attn2_to_out_0,"
                + " down_blocks_2_attentions_1_transformer_blocks_9_attn2_to_out_0",
        "middle_block_0_skip_connection, mid_block_resnets_0_conv_shortcut",
        "middle_block_1_transformer_blocks_0_ff_net_0_proj,"
                + " mid_block_attentions_0_transformer_blocks_0_ff_net_0_proj",
        "middle_block_2_in_layers_2, mid_block_resnets_1_conv1",
        "output_blocks_0_1_proj_out, up_blocks_0_attentions_0_proj_out",
        "output_blocks_2_2_conv, up_blocks_0_upsamplers_0_conv",
        "output_blocks_5_1_transformer_blocks_0_attn1_to_k,"
                + " up_blocks_1_attentions_2_transformer_blocks_0_attn1_to_k",
        "output_blocks_2_1_conv, up_blocks_0_upsamplers_0_conv",
        "output_blocks_8_0_skip_connection, up_blocks_2_resnets_2_conv_shortcut",
        "time_embed_2, time_embedding_linear_2",
        "label_emb_0_0, add_embedding_linear_1",
        "out_2, conv_out"
    })
    void layersOfTheFirstImplementationHaveTheirNamesInDiffusers(String name, String expected) {
        assertThat(StableDiffusionNames.inDiffusers(name)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "double_blocks_0_txt_attn_qkv, transformer_blocks_0_attn_add_q_proj"
                + " transformer_blocks_0_attn_add_k_proj transformer_blocks_0_attn_add_v_proj",
        "double_blocks_18_img_mlp_2, transformer_blocks_18_ff_net_2",
        "single_blocks_37_linear1, single_transformer_blocks_37_attn_to_q"
                + " single_transformer_blocks_37_attn_to_k single_transformer_blocks_37_attn_to_v"
                + " single_transformer_blocks_37_proj_mlp",
        "single_blocks_0_modulation_lin, single_transformer_blocks_0_norm_linear",
        "layers_3_attention_qkv,"
                + " layers_3_attention_to_q layers_3_attention_to_k layers_3_attention_to_v",
        "noise_refiner_1_attention_out, noise_refiner_1_attention_to_out_0",
        "img_in, x_embedder"
    })
    void layersOfTransformersHaveTheirNamesInDiffusers(String name, String expected) {
        assertThat(TransformerNames.inDiffusers(name)).containsExactly(expected.split(" "));
    }

    @Test
    void namesOfNoKnownImplementationStay() {
        assertThat(StableDiffusionNames.inDiffusers("blocks_0_attn1_to_q")).isEmpty();
        assertThat(StableDiffusionNames.inDiffusers("input_blocks_99999999999_1_x")).isEmpty();
        assertThat(TransformerNames.inDiffusers("blocks_0_attn1_to_q")).isEmpty();
        assertThat(TransformerNames.inDiffusers("double_blocks_0_magic")).isEmpty();
        assertThat(TransformerNames.inDiffusers("layers_0_attention_to_q")).isEmpty();
    }
}
