package studio.pingvas.generation.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.generation.AnnouncedPicture;
import studio.pingvas.contracts.generation.PictureNotAcceptedException;
import studio.pingvas.contracts.generation.UploadedFile;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.platform.picture.PictureFormat;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.platform.store.FileObjectStore;

class UploadedFilesTest {
    private static final byte[] WIDTH_OF_BOMB = {0, 0, (byte) 0xC3, 0x50};

    @TempDir private Path folder;
    private final UploadedFiles files = new UploadedFiles();

    @BeforeEach
    void open() {
        files.store = new FileObjectStore(folder);
    }

    @Test
    void pictureIsMeasuredAndNamedByItsBytes() {
        Uploads uploads = files.check(new UploadedPictures(png(64, 32), png(32, 64)));

        assertThat(uploads.image().extent()).isEqualTo(new Extent(64, 32));
        assertThat(uploads.image().format()).isEqualTo(PictureFormat.PNG);
        assertThat(uploads.mask().extent()).isEqualTo(new Extent(32, 64));
        assertThat(uploads.digest())
                .isEqualTo(uploads.image().sha256() + " " + uploads.mask().sha256())
                .isNotEqualTo(files.check(new UploadedPictures(png(64, 33), png(32, 64))).digest());
    }

    @Test
    void nothingIsNothing() {
        assertThat(files.check(UploadedPictures.NONE)).isEqualTo(new Uploads(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "%PDF-1.7"})
    void whatIsNoPictureIsRefused(String content) {
        assertThatThrownBy(() -> check(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        PictureNotAcceptedException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo("image-format-not-supported"));
    }

    @Test
    void bombAndTornFileAreRefused() {
        byte[] bomb = Png.of(8, 8);
        System.arraycopy(WIDTH_OF_BOMB, 0, bomb, 16, 4);
        System.arraycopy(WIDTH_OF_BOMB, 0, bomb, 20, 4);
        assertThatThrownBy(() -> check(bomb))
                .isInstanceOfSatisfying(
                        PictureNotAcceptedException.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isIn("image-too-large", "image-invalid"));
        byte[] whole = Png.of(8, 8);
        byte[] torn = Arrays.copyOf(whole, whole.length - 20);
        assertThatThrownBy(() -> check(torn))
                .isInstanceOfSatisfying(
                        PictureNotAcceptedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("image-invalid"));
    }

    @Test
    void bytesAreKeptAsTheyCame() throws IOException {
        byte[] file = Png.of(16, 16);

        files.keep(
                files.check(new UploadedPictures(new FileInMemory(file), null)).image(),
                "users/u/inputs/a.png");

        assertThat(folder.resolve("users/u/inputs/a.png")).hasBinaryContent(file);
    }

    @Test
    void storeThatIsDownIsNoFaultOfTheRequest() throws IOException {
        Files.createFile(folder.resolve("users"));
        Upload upload = files.check(new UploadedPictures(png(16, 16), null)).image();

        assertThatThrownBy(() -> files.keep(upload, "users/u/inputs/a.png"))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void largestFileIsTakenAndOneByteMoreIsNotEvenRead() {
        byte[] largest = Png.of(16, 16, PictureHeader.MAX_BYTES);

        assertThat(check(largest).image().extent()).isEqualTo(new Extent(16, 16));
        assertThatThrownBy(() -> files.check(new UploadedPictures(new UnreadFile(), null)))
                .isInstanceOfSatisfying(
                        PictureNotAcceptedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("image-too-large"));
    }

    /** One byte too long. */
    private static final class UnreadFile implements UploadedFile {
        @Override
        public long length() {
            return PictureHeader.MAX_BYTES + 1L;
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError("The file was read.");
        }
    }

    @Test
    void announcedPictureHasItsExtentAndItsLimits() {
        Uploads uploads = files.check(announced(640, 480));

        assertThat(uploads.image().extent()).isEqualTo(new Extent(640, 480));
        assertThatThrownBy(() -> files.check(announced(20_000, 20_000)))
                .isInstanceOfSatisfying(
                        PictureNotAcceptedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("image-too-large"));
        assertThatThrownBy(() -> files.check(announced(-1, 480)))
                .isInstanceOf(PictureNotAcceptedException.class);
    }

    @Test
    void announcedPictureCannotBeKept() {
        Upload upload = files.check(announced(64, 64)).image();

        assertThatThrownBy(() -> files.keep(upload, "users/u/inputs/a.png"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static UploadedPictures announced(int width, int height) {
        return new UploadedPictures(new AnnouncedPicture(width, height), null);
    }

    private static UploadedFile png(int width, int height) {
        return new FileInMemory(Png.of(width, height));
    }

    private Uploads check(byte[] file) {
        return files.check(new UploadedPictures(new FileInMemory(file), null));
    }
}
