package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.fuzz.FuzzRun;
import studio.pingvas.worker.tensor.Shape;

class LoraFileTest {
    private static final Shape LINEAR = Shape.of(6, 5);

    @TempDir Path root;

    @Test
    void layersAreUpDownAndAlphaByRank() throws IOException {
        aWriter()
                .kohya("lora_unet_a", 2, 1, LINEAR)
                .peft("text_encoder.b", 3, LINEAR)
                .install(root, "some");
        try (LoraFile file = open("some")) {
            assertThat(file.layers())
                    .extracting(layer -> layer.name().flat())
                    .containsExactly("a", "b");
            assertThat(file.layers()).extracting(LoraLayer::scale).containsExactly(0.5f, 1f);
            assertThat(file.layers().get(0).up().shape()).isEqualTo(Shape.of(6, 2));
            assertThat(file.layers().get(0).down().shape()).isEqualTo(Shape.of(2, 5));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 1 | 1",
                "{'unet.lora_alpha':16,'unet.r':4} | 4 | 1",
                "{'transformer.lora_alpha':2} | 0.5 | 1",
                "{'lora_alpha':2} | 0.5 | 1",
                "{'lora_alpha':8,'use_rslora':true} | 4 | 1",
                "{'text_encoder.lora_alpha':1} | 1 | 0.25",
                "{'unet.lora_alpha':1,'text_encoder.lora_alpha':2,'unet.alpha_pattern':{}} | 0.25 |"
                        + " 0.5"
            })
    void scaleThatPeftNotesIsObeyed(String settings, float denoiser, float encoder)
            throws IOException {
        aWriter()
                .peft("unet.a", 4, LINEAR)
                .peft("text_encoder.b", 4, LINEAR)
                .kohya("lora_unet_c", 4, 3, LINEAR)
                .metadata("lora_adapter_metadata", settings.replace('\'', '"'))
                .install(root, "some");
        try (LoraFile file = open("some")) {
            assertThat(file.layers())
                    .extracting(LoraLayer::scale)
                    .containsExactly(denoiser, encoder, 0.75f);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | damaged",
                "{'unet.alpha_pattern':{'a':2}} | alpha_pattern",
                "{'text_encoder_2.use_dora':true} | DoRA",
                "{'lora_alpha':1e999} | scale",
            })
    void settingsThatAreNotSupportedAreRefused(String settings, String complaint)
            throws IOException {
        aWriter()
                .peft("unet.a", 4, LINEAR)
                .metadata("lora_adapter_metadata", settings.replace('\'', '"'))
                .install(root, "some");

        assertInvalid(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "lora_unet_a.hada_w1_a, LoHa",
        "lora_unet_a.lokr_w1, LoKr",
        "lora_unet_a.dora_scale, DoRA",
        "unet.a.lora_magnitude_vector, DoRA",
        "lora_unet_a.lora_mid.weight, middle matrices",
        "lora_unet_a.oft_blocks, OFT",
        "unet.a.lora_B.bias, biases",
        "lora_unet_a.diff_b, difference",
        "bundle_emb.x.string_to_param, embeddings",
        "conv_in.weight, no part of a LoRA"
    })
    void otherKindsAreRefusedByName(String tensor, String kind) throws IOException {
        aWriter()
                .kohya("lora_unet_a", 2, 1, LINEAR)
                .floats(tensor, Shape.of(1), 1)
                .install(root, "some");

        assertInvalid(kind);
    }

    @Test
    void layerThatIsNotCompleteIsRefused() throws IOException {
        aWriter().floats("lora_unet_a.lora_up.weight", Shape.of(2, 1), 1, 2).install(root, "some");

        assertInvalid("\"a\" is not complete");
    }

    @Test
    void alphaAloneIsNoLayer() throws IOException {
        aWriter().floats("lora_unet_a.alpha", Shape.of(), 1).install(root, "some");

        assertInvalid("not complete");
    }

    @Test
    void fileWithoutLayersIsRefused() throws IOException {
        aWriter().metadata("a", "b").install(root, "some");

        assertInvalid("no layers");
    }

    @Test
    void layerUnderTwoNamesIsRefused() throws IOException {
        aWriter()
                .kohya("lora_unet_a_b", 2, 1, LINEAR)
                .peft("unet.a.b", 2, LINEAR)
                .install(root, "some");

        assertInvalid("two names");
    }

    @ParameterizedTest
    @CsvSource({"6, 3, 2, 5", "6, 2, 2, 0", "0, 2, 2, 5"})
    void matricesThatDoNotGoTogetherAreRefused(int outputs, int columns, int rank, int inputs)
            throws IOException {
        Shape up = outputs == 0 ? Shape.of(columns) : Shape.of(outputs, columns);
        Shape down = inputs == 0 ? Shape.of(rank) : Shape.of(rank, inputs);
        aWriter()
                .floats("a.lora_up.weight", up, new float[up.elements()])
                .floats("a.lora_down.weight", down, new float[down.elements()])
                .install(root, "some");

        assertInvalid("do not go together");
    }

    @Test
    void kernelInTheUpperMatrixIsRefused() throws IOException {
        aWriter()
                .floats("a.lora_up.weight", Shape.of(1, 1, 3, 3), new float[9])
                .floats("a.lora_down.weight", Shape.of(1, 1, 1, 1), 1)
                .install(root, "some");

        assertInvalid("do not go together");
    }

    @Test
    void rankAboveTheLimitIsRefused() throws IOException {
        aWriter().kohya("lora_unet_a", 1_024, 1, Shape.of(1, 1)).install(root, "most");
        aWriter().kohya("lora_unet_a", 1_025, 1, Shape.of(1, 1)).install(root, "some");

        open("most").close();
        assertInvalid("rank is 1025");
    }

    @Test
    void alphaOfSeveralNumbersIsRefused() throws IOException {
        aWriter().peft("a", 2, LINEAR).floats("a.alpha", Shape.of(2), 1, 2).install(root, "some");

        assertInvalid("\"a.alpha\" is not one number");
    }

    @Test
    void alphaThatIsNoNumberIsRefused() throws IOException {
        aWriter().kohya("lora_unet_a", 2, Float.NaN, LINEAR).install(root, "some");

        assertInvalid("NaN");
    }

    @Test
    void baseIsWhatTheMetadataSayInPlainWords() throws IOException {
        aWriter()
                .peft("a", 2, LINEAR)
                .metadata("ss_base_model_version", "sdxl_base_v1-0")
                .install(root, "plain");
        aWriter()
                .peft("a", 2, LINEAR)
                .metadata("modelspec.architecture", "<script>")
                .install(root, "strange");
        try (LoraFile plain = open("plain");
                LoraFile strange = open("strange")) {
            assertThat(plain.base()).contains("sdxl_base_v1-0");
            assertThat(strange.base()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"absent", "", "..", "../tiny/model", "/etc/passwd", "so\u0000me", "a/b"})
    void whatIsNoFileOfTheFolderIsMissing(String id) throws IOException {
        aWriter().peft("a", 2, LINEAR).install(root, "some");

        assertMissing(id);
    }

    @Test
    void folderThatIsNotThereHoldsNoLora() {
        assertMissing("some");
    }

    @Test
    void linkThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = aWriter().peft("a", 2, LINEAR).write(root.resolve("outside.safetensors"));
        Path inside = aWriter().peft("a", 2, LINEAR).install(root, "inside");
        link("out", outside);
        link("in", inside);

        assertMissing("out");
        open("in").close();
    }

    @Test
    void folderUnderTheNameOfAFileIsMissing() throws IOException {
        Files.createDirectories(root.resolve(LoraFolder.NAME).resolve("some.safetensors"));

        assertMissing("some");
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        byte[] kohya =
                aWriter()
                        .kohya("lora_unet_a", 2, 1, LINEAR)
                        .kohya("lora_te_b", 1, 2, Shape.of(3, 2, 3, 3))
                        .metadata("ss_base_model_version", "sd_v1")
                        .bytes();
        byte[] peft =
                aWriter()
                        .peft("unet.a.b", 2, LINEAR)
                        .halves("unet.a.b.alpha", Shape.of(1), (short) 0x3C00)
                        .bytes();
        FuzzRun.Outcome outcome =
                new FuzzRun(2_000, 4 << 20, 1_000)
                        .run(List.of(kohya, peft), LoraInvalidException.class, this::readWhole);

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    private void readWhole(byte[] bytes) throws IOException {
        Path path = Files.write(root.resolve("damaged"), bytes);
        try (LoraFile file = LoraFile.open("damaged", path)) {
            for (LoraLayer layer : file.layers()) {
                for (StoredTensor tensor : List.of(layer.up(), layer.down())) {
                    file.factor(tensor).readInto(FloatBuffer.allocate(tensor.shape().elements()));
                }
            }
        }
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(
                root.resolve(LoraFolder.NAME).resolve(name + ".safetensors"), target);
    }

    private void assertInvalid(String complaint) {
        assertThatThrownBy(() -> open("some").close())
                .isInstanceOf(LoraInvalidException.class)
                .hasMessageContaining(complaint);
    }

    private void assertMissing(String id) {
        assertThatThrownBy(() -> open(id))
                .isInstanceOfSatisfying(
                        LoraMissingException.class,
                        e -> assertThat(e.code()).isEqualTo("lora-not-found"));
    }

    private LoraFile open(String id) throws IOException {
        return new LoraFolder(root).open(id);
    }

    private static SafetensorsWriter aWriter() {
        return new SafetensorsWriter();
    }
}
