package studio.pingvas.worker.family;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.pingvas.worker.scheduler.Prediction;

/**
 * Interfaces as the real models have them: names and order of inputs, widths, lengths of text,
 * channels and scale of latents. The networks check what they are given.
 */
enum Family {
    SD15("sd15", Prediction.EPSILON) {
        @Override
        void describe(FamilyModel model) throws IOException {
            model.textEncoder(
                            "text_encoder",
                            FamilyTokenizer.CLIP,
                            77,
                            768,
                            List.of("text"),
                            ", \"max_chunks\": 3")
                    .autoencoder(4, 0.18215, 0)
                    .denoiser(
                            List.of("latents", "timestep", "text"),
                            """
                            assert text.size(1) % 77 == 0
                            assert bool(torch.all(timestep >= 0)) and bool(torch.all(timestep < 1000))
                            """,
                            768,
                            1)
                    .sampled(TRAINED_NOISE);
        }
    },
    SDXL("sdxl", Prediction.EPSILON) {
        @Override
        void describe(FamilyModel model) throws IOException {
            describeXl(model);
        }
    },
    SDXL_V("sdxl-v", Prediction.V) {
        @Override
        void describe(FamilyModel model) throws IOException {
            describeXl(model);
        }
    },
    FLUX("flux", Prediction.FLOW) {
        @Override
        void describe(FamilyModel model) throws IOException {
            model.textEncoder("clip", FamilyTokenizer.CLIP, 77, 768, List.of("pooled"), "")
                    .textEncoder("t5", FamilyTokenizer.T5, 512, 4096, List.of("text"), "")
                    .autoencoder(16, 0.3611, 0.1159)
                    .denoiser(
                            List.of("latents", "text", "pooled", "timestep", "guidance"),
                            """
                            assert rows == 1 and latents.size(2) % 2 == 0 and latents.size(3) % 2 == 0
                            assert text.size(1) == 512 and pooled.size(1) == 768
                            assert bool(torch.all(guidance == 3.5))
                            assert bool(torch.all(timestep > 0)) and bool(torch.all(timestep <= 1000))
                            """,
                            4096,
                            2)
                    .sampled(
                            """
                            "shift": 1.0, "guidance": "embedded",
                            "dynamic_shift": {"base_tokens": 256, "base_shift": 0.5,
                                              "max_tokens": 4096, "max_shift": 1.15}\
                            """);
        }
    },
    Z_IMAGE("z-image", Prediction.FLOW) {
        @Override
        void describe(FamilyModel model) throws IOException {
            model.textEncoder("qwen", FamilyTokenizer.CHAT, 512, 2560, List.of("text"), "")
                    .autoencoder(16, 0.3611, 0.1159)
                    .denoiser(
                            List.of("latents", "timestep", "text"),
                            """
                            assert rows == 1 and text.size(1) == 512
                            """,
                            2560,
                            2)
                    .sampled("\"shift\": 3.0, \"guidance\": \"none\"");
        }
    };

    private static final String TRAINED_NOISE =
            """
            "shift": 1.0, "noise": {"beta_start": 0.00085, "beta_end": 0.012,
                                    "curve": "scaled-linear", "spacing": "leading"}\
            """;

    private final String id;
    private final Prediction prediction;

    Family(String id, Prediction prediction) {
        this.id = id;
        this.prediction = prediction;
    }

    abstract void describe(FamilyModel model) throws IOException;

    String id() {
        return id;
    }

    Prediction prediction() {
        return prediction;
    }

    void write(Path root) throws IOException {
        FamilyModel model = new FamilyModel(root, id, prediction);
        describe(model);
        model.write();
    }

    private static void describeXl(FamilyModel model) throws IOException {
        model.textEncoder("clip_l", FamilyTokenizer.CLIP, 77, 768, List.of("text"), CHUNKS)
                .textEncoder(
                        "clip_g", FamilyTokenizer.CLIP, 77, 1280, List.of("text", "pooled"), CHUNKS)
                .autoencoder(4, 0.13025, 0)
                .denoiser(
                        List.of("latents", "timestep", "text", "pooled", "size"),
                        """
                        assert text.size(1) % 77 == 0
                        assert pooled.size(0) == rows and pooled.size(1) == 1280
                        assert size.size(0) == rows and size.size(1) == 6
                        assert bool(torch.all(size[:, 0] == 8 * latents.size(2)))
                        assert bool(torch.all(size[:, 1] == 8 * latents.size(3)))
                        assert bool(torch.all(size[:, 2:4] == 0))
                        assert bool(torch.all(size[:, 4] == 8 * latents.size(2)))
                        assert bool(torch.all(size[:, 5] == 8 * latents.size(3)))
                        """,
                        2048,
                        1)
                .sampled(TRAINED_NOISE);
    }

    private static final String CHUNKS = ", \"max_chunks\": 3";
}
