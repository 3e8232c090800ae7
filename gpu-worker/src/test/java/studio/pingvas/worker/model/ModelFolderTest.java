package studio.pingvas.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.fuzz.FuzzRun;

class ModelFolderTest {
    @TempDir Path root;

    private ModelCopy copy;

    @BeforeEach
    void copyModel() throws IOException {
        copy = ModelCopy.in(root);
    }

    @Test
    void demonstrationModelIsRight() throws IOException {
        ModelFolder folder = ModelFolder.open(Demonstration.MODELS.resolve(Demonstration.MODEL));

        assertThatCode(folder::verify).doesNotThrowAnyException();
        assertThat(folder.manifest().size(512, 512))
                .contains(new ModelManifest.PictureSize(512, 512, 4));
        assertThat(folder.manifest().size(513, 512)).isEmpty();
        assertThat(folder.digest()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoiser.pt", "vae_encoder.pt", "tokenizer.json"})
    void damagedFileIsRefused(String file) throws IOException {
        copy.flipByteOf(file);

        assertThatThrownBy(() -> open().verify())
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining(file + " is damaged");
    }

    @Test
    void fileOfAnotherLengthIsRefused() throws IOException {
        Files.writeString(copy.file("vae_decoder.pt"), "more", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> open().verify())
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining("vae_decoder.pt is damaged");
    }

    @Test
    void missingFileIsRefused() throws IOException {
        Files.delete(copy.file("vae_decoder.pt"));

        assertThatThrownBy(() -> open().verify())
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining("vae_decoder.pt is missing");
    }

    @Test
    void manifestOfAnotherModelIsRefused() throws IOException {
        copy.replaceInManifest("\"id\": \"tiny\"", "\"id\": \"huge\"");

        assertInvalid("huge");
    }

    @Test
    void shiftGrowsWithThePictureThroughTheTwoPointsThatAreGiven() throws IOException {
        copy.replaceInManifest(
                "\"shift\": 1.0",
                """
                "shift": 1.0, "dynamic_shift": {"base_tokens": 256, "base_shift": 0.5,
                                                "max_tokens": 4096, "max_shift": 1.15},
                "denoiser": {"patch": 2}\
                """);
        ModelManifest manifest = open().manifest();

        // 16 pixels to a token along each side.
        assertThat(manifest.shiftFor(256, 256)).isCloseTo(Math.exp(0.5), within(1e-12));
        assertThat(manifest.shiftFor(1024, 1024)).isCloseTo(Math.exp(1.15), within(1e-12));
        assertThat(manifest.shiftFor(2048, 512)).isEqualTo(manifest.shiftFor(1024, 1024));
    }

    @Test
    void modelWithoutAnEncoderOfPicturesCannotStartFromOne() throws IOException {
        assertThat(open().manifest().canStartFromImage()).isTrue();

        copy.replaceInManifest("vae_encoder.pt", "other.pt");

        assertThat(open().manifest().canStartFromImage()).isFalse();
    }

    @Test
    void anyChangeOfTheManifestChangesTheDigest() throws IOException {
        String before = open().digest();
        copy.replaceInManifest("\"licence\": \"Apache-2.0\"", "\"licence\": \"MIT\"");

        assertThat(open().digest()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": 1 | \"format\": 2 | format is 2",
                "\"format\": 1 | \"format\": 1, \"colour\": 3 | colour",
                "\"format\": 1 | \"format\": \"1\" | String",
                "\"channels\": 8 | \"channels\": 9 | preview_rgb",
                "\"channels\": 8 | \"channels\": 0 | latent.channels is 0",
                "\"downsample\": 8 | \"downsample\": 7 | multiple of downsample",
                "\"preview_bias\": [ | \"preview_bias\": [0.1, | three values",
                "\"upscale\": 4 | \"upscale\": 8 | upscale 8",
                "\"prediction\": \"flow\" | \"prediction\": \"guess\", \"noise\": {\"beta_start\":"
                    + " 0.1, \"beta_end\": 0.2, \"curve\": \"linear\", \"spacing\": \"leading\"} |"
                    + " guess",
                "\"train_timesteps\": 1000 | \"train_timesteps\": 0 | train_timesteps",
                "\"length\": 32 | \"length\": 100000 | 100000",
                "\"denoiser.pt\" | \"../denoiser.pt\" | ../denoiser.pt",
                "\"vae_decoder.pt\" | \"decoder.pt\" | files lacks one of",
                "\"tokenizer\": \"tokenizer.json\" | \"tokenizer\": \"no.json\" | no.json",
                "\"flow-match-euler\" | \"magic\" | magic",
                "\"sizes\" | \"formats\" | sizes is missing",
                "\"shift\": 1.0 | \"shift\": 2000 | shift is 2000",
                "\"prediction\": \"flow\" | \"prediction\": \"v\" | noise belongs to every",
                "\"prediction\" | \"guidance\": \"strong\", \"prediction\" | strong",
                "\"prediction\" | \"guidance\": \"embedded\", \"prediction\" | go together",
                "\"pad_id\" | \"outputs\": [\"pooled\"], \"pad_id\" | agree on text",
                "\"pad_id\" | \"outputs\": [\"words\"], \"pad_id\" | words",
                "\"pad_id\" | \"outputs\": [\"text\", \"text\"], \"pad_id\" | twice",
                "\"pad_id\" | \"outputs\": [\"text\", \"pooled\"], \"pad_id\" | on pooled",
                "\"max_chunks\": 3 | \"max_chunks\": 0 | max_chunks is 0",
                "\"prediction\" | \"denoiser\": {\"inputs\": [\"latents\"]}, \"prediction\" |"
                        + " lacks",
                "\"prediction\" | \"denoiser\": {\"inputs\": []}, \"prediction\" | is empty",
                "\"prediction\" | \"denoiser\": {\"patch\": 3}, \"prediction\" | patch x upscale,"
                        + " 24",
                "\"prediction\" | \"denoiser\": {\"inputs\": [\"latents\", \"timestep\","
                        + " \"text\", \"guidance\"]}, \"prediction\" | go together",
            })
    void manifestThatIsNotRightIsRefused(String what, String with, String complaint)
            throws IOException {
        copy.replaceInManifest(what, with);

        assertInvalid(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5, 4096, 1.15, 2.0 | exclude each other",
                "8.0, 4096, 1.15, 1.0 | base_shift is 8.0",
                "0.5, 256, 1.15, 1.0 | max_tokens is 256",
                "7.0, 4096, 1.15, 1.0 | shift of size",
            })
    void shiftThatIsNotRightIsRefused(String numbers, String complaint) throws IOException {
        String[] number = numbers.split(", ");
        copy.replaceInManifest(
                "\"shift\": 1.0",
                """
                "shift": %s, "dynamic_shift": {"base_tokens": 256, "base_shift": %s,
                                               "max_tokens": %s, "max_shift": %s}\
                """
                        .formatted(number[3], number[0], number[1], number[2]));

        assertInvalid(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0, 0.01, linear, leading | beta_start",
                "0.02, 0.01, linear, leading | beta_start",
                "0.001, 1.0, linear, leading | beta_end",
                "0.001, 0.01, cubic, leading | cubic",
                "0.001, 0.01, linear, lagging | lagging",
                "0.001, 0.01, linear, leading | does not follow epsilon",
            })
    void noiseThatIsNotRightIsRefused(String values, String complaint) throws IOException {
        String[] value = values.split(", ");
        copy.replaceInManifest(
                "\"prediction\": \"flow\"",
                """
                "prediction": "epsilon", "noise": {"beta_start": %s, "beta_end": %s,
                                                   "curve": "%s", "spacing": "%s"}\
                """
                        .formatted((Object[]) value));

        assertInvalid(complaint);
    }

    @Test
    void manifestThatIsNoJsonIsRefused() throws IOException {
        Files.writeString(copy.file("model.json"), "{\"format\": 1");

        assertInvalid("manifest");
    }

    @Test
    void manifestOfMegabytesIsNotRead() throws IOException {
        Files.write(copy.file("model.json"), new byte[2 << 20]);

        assertInvalid("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "vae_decoder.pt"})
    void linkOutOfTheFolderIsNotFollowed(String name) throws IOException {
        Path elsewhere = Files.move(copy.file(name), root.resolve("elsewhere"));
        Files.createSymbolicLink(copy.file(name), elsewhere);

        assertThatThrownBy(() -> open().verify())
                .isInstanceOf(ModelInvalidException.class)
                .hasMessageContaining(name + " is a link out of its folder");
    }

    @Test
    void folderMayBeALinkItself() throws IOException {
        Path elsewhere = Files.move(root.resolve(Demonstration.MODEL), root.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve(Demonstration.MODEL), elsewhere);

        assertThatCode(() -> open().verify()).doesNotThrowAnyException();
    }

    @Test
    void manifestInAnotherEncodingIsRefusedAndNotTakenForAFailureToRead() throws IOException {
        Files.write(copy.file("model.json"), new byte[] {0, 0, 0, '{', 'x', 'x', 'x', 'x'});

        assertInvalid("manifest");
    }

    @Test
    void manifestThatIsNestedDeeplyOrHoldsEndlessNumbersIsRefused() throws IOException {
        Files.writeString(copy.file("model.json"), "{\"latent\":".repeat(50_000));
        assertInvalid("manifest");
        Files.writeString(copy.file("model.json"), "{\"format\": 1e999999999}");
        assertInvalid("manifest");
        Files.writeString(copy.file("model.json"), "{\"shift\": " + "9".repeat(900_000) + "}");
        assertInvalid("manifest");
    }

    @Test
    void damagedManifestsAreReadOrRefused() throws IOException {
        List<byte[]> samples = List.of(Files.readAllBytes(copy.file("model.json")));

        FuzzRun.Outcome outcome =
                new FuzzRun(2_000, 16 << 20, 1_000)
                        .run(
                                samples,
                                ModelInvalidException.class,
                                json -> {
                                    Files.write(copy.file("model.json"), json);
                                    open();
                                });

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    private ModelFolder open() throws IOException {
        return ModelFolder.open(root.resolve(Demonstration.MODEL));
    }

    private void assertInvalid(String complaint) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        ModelInvalidException.class,
                        e -> assertThat(e.code()).isEqualTo("model-invalid"))
                .hasMessageContaining(complaint);
    }
}
