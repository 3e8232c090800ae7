package studio.pingvas.model.registry.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.model.registry.ModelFolderFixture;

class ModelScanTest {
    private static final long WITHOUT_LIMIT = Long.MAX_VALUE;

    @TempDir Path root;

    @Test
    void aWholeModelIsFoundWithTheDigestOfItsManifest() throws IOException {
        Path folder = folders().aModel("tiny", "tiny");
        Files.createDirectories(root.resolve("no-model"));

        assertThat(scan(WITHOUT_LIMIT))
                .singleElement()
                .satisfies(
                        model -> {
                            assertThat(model.problem()).isNull();
                            assertThat(model.manifest().name()).isEqualTo("Tiny");
                            assertThat(model.digest())
                                    .isEqualTo(
                                            ModelFolderFixture.sha256(
                                                    Files.readString(
                                                            folder.resolve("model.json"))));
                        });
    }

    @Test
    void aModelWithoutOneOfItsFilesIsDamaged() throws IOException {
        Files.delete(folders().aModel("tiny", "tiny").resolve("denoiser.pt"));

        assertThat(problem()).startsWith("denoiser.pt cannot be read: ");
    }

    @Test
    void aFileOfAnotherLengthIsDamage() throws IOException {
        Files.writeString(folders().aModel("tiny", "tiny").resolve("denoiser.pt"), "short");

        assertThat(problem()).isEqualTo("denoiser.pt has 5 bytes instead of 11");
    }

    @Test
    void aFileWithOtherBytesIsDamage() throws IOException {
        Files.writeString(folders().aModel("tiny", "tiny").resolve("denoiser.pt"), "DENOISER.PT");

        assertThat(problem()).isEqualTo("denoiser.pt has another sha256");
    }

    @Test
    void aFolderInPlaceOfAFileIsDamage() throws IOException {
        Path file = folders().aModel("tiny", "tiny").resolve("denoiser.pt");
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(problem()).contains("denoiser.pt").contains("it is no file");
    }

    @Test
    void whatWasHashedIsNotHashedAgainUntilItChanges() throws IOException {
        Path file = folders().aModel("tiny", "tiny").resolve("denoiser.pt");
        VerifiedFiles first = new VerifiedFiles(List.of());
        new ModelScan(root, first, WITHOUT_LIMIT).read();
        assertThat(first.taken()).hasSize(4);

        VerifiedFiles second = new VerifiedFiles(first.taken());
        assertThat(new ModelScan(root, second, 0).read().get(0).problem()).isNull();
        assertThat(second.taken()).isEmpty();

        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        VerifiedFiles third = new VerifiedFiles(first.taken());
        new ModelScan(root, third, WITHOUT_LIMIT).read();
        assertThat(third.taken()).singleElement().extracting("fileName").isEqualTo("denoiser.pt");
    }

    @Test
    void whatIsTooLargeToHashNowIsPending() throws IOException {
        folders().aModel("tiny", "tiny");

        assertThat(scan(20)).singleElement().matches(ModelFinding::pending);
    }

    @Test
    void damageThatNeedsNoHashIsNotPending() throws IOException {
        Files.delete(folders().aModel("tiny", "tiny").resolve("vae_decoder.pt"));

        assertThat(scan(0)).singleElement().matches(model -> !model.pending());
    }

    @Test
    void theManifestNamesItsOwnFolder() throws IOException {
        folders().aModel("tiny", manifest -> manifest.put("id", "other"));

        assertThat(problem()).isEqualTo("model.json is not that of a model named tiny");
    }

    @Test
    void aRootThatIsAwayIsAnErrorAndNotAnEmptyRegistry() {
        assertThatThrownBy(
                        () ->
                                new ModelScan(
                                                root.resolve("away"),
                                                new VerifiedFiles(List.of()),
                                                WITHOUT_LIMIT)
                                        .read())
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badManifests")
    void aBadManifestIsRefusedWithTheReason(String reason, Consumer<ObjectNode> change)
            throws IOException {
        folders().aModel("tiny", change);

        assertThat(scan(WITHOUT_LIMIT))
                .singleElement()
                .satisfies(
                        model -> {
                            assertThat(model.manifest()).isNull();
                            assertThat(model.problem()).contains(reason);
                        });
    }

    static Stream<Arguments> badManifests() {
        return Stream.of(
                bad("/colour is not known", m -> m.put("colour", "red")),
                bad("/latent/extra is not known", m -> m.withObject("/latent").put("extra", 1)),
                bad("format is 2", m -> m.put("format", 2)),
                bad("/format: ", m -> m.put("format", "1")),
                bad("/train_timesteps: ", m -> m.remove("train_timesteps")),
                bad("licence is missing", m -> m.remove("licence")),
                bad("licence is blank", m -> m.put("licence", " ")),
                bad("name is not plain text", m -> m.put("name", "a\0b")),
                bad("name is not plain text", m -> m.put("name", "a\ud800b")),
                bad("description is longer", m -> m.put("description", "x".repeat(1001))),
                bad("type is none of", m -> m.put("type", "lora")),
                bad("../evil.pt", m -> file(m, "../evil.pt", 1)),
                bad("a/b.pt", m -> file(m, "a/b.pt", 1)),
                bad("/etc/passwd", m -> file(m, "/etc/passwd", 1)),
                bad(".hidden", m -> file(m, ".hidden", 1)),
                bad("bytes of a file is -1", m -> file(m, "x.pt", -1)),
                bad("files lacks", m -> m.withObject("/files").remove("denoiser.pt")),
                bad("tokenizer.json is not", m -> m.withObject("/files").remove("tokenizer.json")),
                bad("sha256", m -> m.withObject("/files/denoiser.pt").put("sha256", "ABC")),
                bad("width is -128", m -> size(m, -128, 128, 1)),
                bad("size 100x128 is not a multiple", m -> size(m, 100, 128, 1)),
                bad("size 136x136 is not a multiple", m -> size(m, 136, 136, 2)),
                bad("listed twice", m -> size(m, 128, 128, 1)),
                bad("upscale is 0", m -> size(m, 512, 512, 0)),
                bad("sizes is empty", m -> m.putArray("sizes")),
                bad("native_size is not one", m -> m.withObject("/native_size").put("width", 64)),
                bad("defaults is not one", m -> m.withObject("/defaults").put("width", 64)),
                bad("defaults.steps is 0", m -> m.withObject("/defaults").put("steps", 0)),
                bad("not one of the schedulers", m -> m.putArray("schedulers").add("ddim")),
                bad("one row a channel", m -> m.withObject("/latent").put("channels", 2)),
                bad("seconds_fixed is -1.0", m -> m.withObject("/cost").put("seconds_fixed", -1)));
    }

    private static Arguments bad(String reason, Consumer<ObjectNode> change) {
        return arguments(reason, change);
    }

    private static void file(ObjectNode manifest, String name, long bytes) {
        ((ObjectNode) manifest.get("files"))
                .putObject(name)
                .put("bytes", bytes)
                .put("sha256", ModelFolderFixture.sha256("x"));
    }

    private static void size(ObjectNode manifest, int width, int height, int upscale) {
        manifest.withArray("/sizes")
                .addObject()
                .put("width", width)
                .put("height", height)
                .put("upscale", upscale);
    }

    private ModelFolderFixture folders() {
        return new ModelFolderFixture(root);
    }

    private List<ModelFinding> scan(long maxBytesToHash) throws IOException {
        return new ModelScan(root, new VerifiedFiles(List.of()), maxBytesToHash).read();
    }

    private String problem() throws IOException {
        return scan(WITHOUT_LIMIT).get(0).problem();
    }
}
