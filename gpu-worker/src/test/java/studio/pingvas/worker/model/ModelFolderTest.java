package studio.pingvas.worker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.Demonstration;

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
                "\"prediction\": \"flow\" | \"prediction\": \"guess\" | guess",
                "\"train_timesteps\": 1000 | \"train_timesteps\": 0 | train_timesteps",
                "\"length\": 32 | \"length\": 100000 | 100000",
                "\"denoiser.pt\" | \"../denoiser.pt\" | ../denoiser.pt",
                "\"vae_decoder.pt\" | \"decoder.pt\" | files lacks one of",
                "\"tokenizer\": \"tokenizer.json\" | \"tokenizer\": \"no.json\" | no.json",
                "\"flow-match-euler\" | \"magic\" | magic",
                "\"sizes\" | \"formats\" | sizes is missing",
            })
    void manifestThatIsNotRightIsRefused(String what, String with, String complaint)
            throws IOException {
        copy.replaceInManifest(what, with);

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
