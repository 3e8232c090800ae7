package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.torch.ModuleFile;
import studio.pingvas.worker.torch.TorchCpu;

class MergedLorasTest {
    private static final Shape LINEAR = Shape.of(2, 3);
    private static final Shape KERNEL = Shape.of(3, 1, 3, 3);

    @TempDir Path root;

    private final TorchCpu device = Demonstration.device();
    private Network denoiser;
    private Network encoder;

    @BeforeEach
    void loadNetworks() {
        denoiser =
                device.load(
                        new ModuleFile(
                                        """
                                        def forward(self, x):
                                          y = torch.conv2d(x, self.conv_in.weight)
                                          y = y.flatten(1)
                                          return torch.matmul(y, self.mid.to_q.weight.t())
                                        """)
                                .parameter("conv_in.weight", 3, 1, 3, 3)
                                .parameter("mid.to_q.weight", 2, 3)
                                .write(root.resolve("denoiser.pt")));
        encoder =
                device.load(
                        new ModuleFile(
                                        """
                                        def forward(self, x):
                                          return torch.matmul(x, self.text.proj.weight.t())
                                        """)
                                .parameter("text.proj.weight", 2, 9)
                                .write(root.resolve("encoder.pt")));
    }

    @AfterEach
    void freeNetworks() {
        denoiser.close();
        encoder.close();
        assertThat(device.liveTensors()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void loraOfEveryTrainerChangesThePictureAndLeavesNothing(SafetensorsWriter file)
            throws IOException {
        float[] before = output();
        file.install(root, "some");
        try (MergedLoras merged = open(new LoraUse("some", 1))) {
            assertThat(merged).isNotNull();
            assertThat(output()).isNotEqualTo(before);
        }

        assertThat(output()).isEqualTo(before);
    }

    static Stream<Arguments> loraOfEveryTrainerChangesThePictureAndLeavesNothing() {
        return Stream.of(
                        aWriter().kohya("lora_unet_mid_to_q", 2, 1, LINEAR),
                        aWriter().kohya("lora_unet_conv_in", 4, 4, KERNEL),
                        aWriter().peft("unet.mid.to_q", 2, LINEAR),
                        aWriter()
                                .pair(
                                        "unet.mid",
                                        ".processor.to_q_lora.down.weight",
                                        ".processor.to_q_lora.up.weight",
                                        2,
                                        LINEAR),
                        aWriter().peft("transformer.conv_in", 1, KERNEL))
                .map(Arguments::of);
    }

    @Test
    void outputMovesByScaleTimesUpTimesDown() throws IOException {
        Shape up = Shape.of(2, 1);
        Shape down = Shape.of(1, 9);
        aWriter()
                .floats("lora_te_text_proj.lora_up.weight", up, 1, -2)
                .floats("lora_te_text_proj.lora_down.weight", down, 1, 0, 0, 0, 0, 0, 0, 0, 0)
                .floats("lora_te_text_proj.alpha", Shape.of(), 0.25f)
                .install(root, "some");
        float[] before = encoded();
        try (MergedLoras merged = open(new LoraUse("some", -3))) {
            assertThat(merged).isNotNull();
            // The first input is 0.1.
            assertThat(encoded()[0]).isCloseTo(before[0] - 0.075f, within(1e-6f));
            assertThat(encoded()[1]).isCloseTo(before[1] + 0.15f, within(1e-6f));
        }

        assertThat(encoded()).isEqualTo(before);
    }

    /** Rows 0 to 1 of the upper matrix are those of q, row 2 is k's, 3 to 5 are v's. */
    @Test
    void layerThatIsSeveralInTheModelIsShared() throws IOException {
        try (Network attention = device.load(attention())) {
            aWriter()
                    .floats(
                            "layers.0.attention.qkv.lora_B.weight",
                            Shape.of(6, 1),
                            1,
                            2,
                            3,
                            4,
                            5,
                            6)
                    .floats("layers.0.attention.qkv.lora_A.weight", Shape.of(1, 2), 10, 0)
                    .install(root, "some");
            float[] before = run(attention, Shape.of(1, 2), 6);
            LoraTargets targets = new LoraTargets("model", attention, List.of());
            try (MergedLoras merged =
                    MergedLoras.open(
                            targets, new LoraFolder(root), List.of(new LoraUse("some", 1)))) {
                assertThat(merged).isNotNull();
                float[] after = run(attention, Shape.of(1, 2), 6);
                // The first input is 0.1, so that each row's number is added to its output.
                for (int row = 0; row < 6; row++) {
                    assertThat(after[row] - before[row]).isCloseTo(row + 1, within(1e-5f));
                }
            }
        }
    }

    private Path attention() {
        return new ModuleFile(
                        """
                        def forward(self, x):
                          a = getattr(self.layers, "0").attention
                          q = torch.matmul(x, a.to_q.weight.t())
                          k = torch.matmul(x, a.to_k.weight.t())
                          v = torch.matmul(x, a.to_v.weight.t())
                          return torch.cat([q, k, v], 1)
                        """)
                .parameter("layers.0.attention.to_q.weight", 2, 2)
                .parameter("layers.0.attention.to_k.weight", 1, 2)
                .parameter("layers.0.attention.to_v.weight", 3, 2)
                .write(root.resolve("attention.pt"));
    }

    @Test
    void severalAddUp() throws IOException {
        aWriter().kohya("lora_unet_mid_to_q", 2, 1, LINEAR).install(root, "one");
        aWriter().peft("unet.mid.to_q", 1, LINEAR).install(root, "two");
        float[] before = output();
        float one = movedBy(new LoraUse("one", 0.5));
        float two = movedBy(new LoraUse("two", -0.3));

        float both = movedBy(new LoraUse("one", 0.5), new LoraUse("two", -0.3));

        assertThat(both).isCloseTo(one + two, within(1e-5f));
        assertThat(movedBy(new LoraUse("one", 0.25), new LoraUse("one", 0.25)))
                .isCloseTo(one, within(1e-5f));
        assertThat(output()).isEqualTo(before);
    }

    @Test
    void weightZeroChangesNoBit() throws IOException {
        aWriter().kohya("lora_unet_mid_to_q", 2, 1, LINEAR).install(root, "some");
        float[] before = output();
        try (MergedLoras merged = open(new LoraUse("some", 0))) {
            assertThat(merged).isNotNull();
            assertThat(output()).isEqualTo(before);
            assertThat(device.liveTensors()).isZero();
        }
    }

    @Test
    void allPartsOfAFileAreMerged() throws IOException {
        aWriter()
                .kohya("lora_unet_mid_to_q", 2, 1, LINEAR)
                .kohya("lora_te_text_proj", 2, 1, Shape.of(2, 9))
                .install(root, "some");
        float[] picture = output();
        float[] text = encoded();
        try (MergedLoras merged = open(new LoraUse("some", 1))) {
            assertThat(merged).isNotNull();
            assertThat(output()).isNotEqualTo(picture);
            assertThat(encoded()).isNotEqualTo(text);
        }

        assertThat(output()).isEqualTo(picture);
        assertThat(encoded()).isEqualTo(text);
    }

    /** The NaN is found after the denoiser has been changed. */
    @Test
    void failureInTheMiddleLeavesNothing() throws IOException {
        aWriter()
                .kohya("lora_unet_mid_to_q", 2, 1, LINEAR)
                .floats("lora_te_text_proj.lora_up.weight", Shape.of(2, 1), 1, Float.NaN)
                .floats("lora_te_text_proj.lora_down.weight", Shape.of(1, 9), new float[9])
                .install(root, "some");
        float[] before = output();

        assertThatThrownBy(() -> open(new LoraUse("some", 1)))
                .isInstanceOf(LoraInvalidException.class)
                .hasMessageContaining("NaN");

        assertThat(output()).isEqualTo(before);
    }

    @Test
    void secondThatIsMissingLeavesNothingOfTheFirst() throws IOException {
        aWriter().kohya("lora_unet_mid_to_q", 2, 1, LINEAR).install(root, "some");
        float[] before = output();

        assertThatThrownBy(() -> open(new LoraUse("some", 1), new LoraUse("absent", 1)))
                .isInstanceOf(LoraMissingException.class);

        assertThat(output()).isEqualTo(before);
    }

    @Test
    void numbersThatWouldOverflowTheWeightsAreRefused() throws IOException {
        aWriter()
                .floats("mid.to_q.lora_up.weight", Shape.of(2, 1), 1e30f, 1e30f)
                .floats("mid.to_q.lora_down.weight", Shape.of(1, 3), 1e30f, 1, 1)
                .install(root, "some");
        float[] before = output();

        assertThatThrownBy(() -> open(new LoraUse("some", 1)))
                .isInstanceOf(LoraInvalidException.class)
                .hasMessageContaining("too large");

        assertThat(output()).isEqualTo(before);
    }

    @Test
    void layerOfAnotherModelIsNamedWithItsBase() throws IOException {
        aWriter()
                .kohya("lora_unet_mid_to_k", 2, 1, LINEAR)
                .metadata("ss_base_model_version", "sdxl_base_v1-0")
                .install(root, "some");

        assertNotCompatible("no layer \"mid_to_k\". It was made for sdxl_base_v1-0.");
    }

    @Test
    void layerOfAnotherSizeIsRefused() throws IOException {
        aWriter().kohya("lora_unet_mid_to_q", 2, 1, Shape.of(2, 4)).install(root, "some");

        assertNotCompatible("\"mid_to_q\" is made for [2, 2] x [2, 4], not for [2, 3].");
    }

    /** A weight of as many numbers is still another one. */
    @Test
    void transposedLayerIsRefused() throws IOException {
        aWriter().kohya("lora_unet_mid_to_q", 2, 1, Shape.of(3, 2)).install(root, "some");

        assertNotCompatible("not for [2, 3]");
    }

    @Test
    void textEncoderThatIsNotThereIsNamed() throws IOException {
        aWriter().kohya("lora_te2_text_proj", 2, 1, LINEAR).install(root, "some");

        assertNotCompatible("no second text encoder");
    }

    @Test
    void frozenNetworkCannotTakeALora() throws IOException {
        aWriter().kohya("lora_unet_mid_to_q", 2, 1, LINEAR).install(root, "some");
        Path file =
                new ModuleFile("def forward(self, x): return torch.matmul(x, self.mid.to_q.weight)")
                        .parameter("mid.to_q.weight", 2, 3)
                        .frozen()
                        .write(root.resolve("frozen.pt"));
        try (Network frozen = device.load(file)) {
            LoraTargets targets = new LoraTargets("model", frozen, List.of());

            assertThatThrownBy(
                            () ->
                                    MergedLoras.open(
                                            targets,
                                            new LoraFolder(root),
                                            List.of(new LoraUse("some", 1))))
                    .isInstanceOf(LoraNotCompatibleException.class)
                    .hasMessageContaining("cannot take a LoRA");
        }
    }

    @Test
    void noLorasAreNoChange() throws IOException {
        open().close();

        assertThat(device.liveTensors()).isZero();
    }

    private float movedBy(LoraUse... uses) throws IOException {
        float before = output()[0];
        try (MergedLoras merged = open(uses)) {
            assertThat(merged).isNotNull();
            return output()[0] - before;
        }
    }

    private MergedLoras open(LoraUse... uses) throws IOException {
        LoraTargets targets = new LoraTargets("model", denoiser, List.of(encoder));
        return MergedLoras.open(targets, new LoraFolder(root), List.of(uses));
    }

    private void assertNotCompatible(String complaint) {
        assertThatThrownBy(() -> open(new LoraUse("some", 1)))
                .isInstanceOfSatisfying(
                        LoraNotCompatibleException.class,
                        e -> assertThat(e.code()).isEqualTo("lora-not-compatible"))
                .hasMessageStartingWith("The LoRA \"some\" does not fit the model \"model\": ")
                .hasMessageContaining(complaint);
    }

    private float[] output() {
        return run(denoiser, Shape.of(1, 1, 3, 3), 2);
    }

    private float[] encoded() {
        return run(encoder, Shape.of(1, 9), 2);
    }

    private float[] run(Network network, Shape shape, int outputs) {
        try (TensorScope scope = device.openScope()) {
            Tensor input = scope.floats(shape);
            for (int i = 0; i < shape.elements(); i++) {
                input.floats().put(i, (i + 1) * 0.1f);
            }
            float[] output = new float[outputs];
            network.forward(scope, input).floats().get(output);
            return output;
        }
    }

    private static SafetensorsWriter aWriter() {
        return new SafetensorsWriter();
    }
}
