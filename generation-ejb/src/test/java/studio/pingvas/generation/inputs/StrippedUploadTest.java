package studio.pingvas.generation.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.platform.picture.ExifBytes;
import studio.pingvas.platform.picture.PngColors;
import studio.pingvas.platform.picture.PngFile;
import studio.pingvas.platform.store.FileObjectStore;

class StrippedUploadTest {
    @TempDir Path folder;

    private final UploadedFiles files = new UploadedFiles();

    @Test
    void placesTextsAndSecondFilesAreNotKept() throws IOException {
        files.store = new FileObjectStore(folder);
        byte[] turned = ExifBytes.orientation(6, ByteOrder.BIG_ENDIAN);
        byte[] secret = "<script>48.2082 N 16.3738 E</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] file =
                PngFile.of(1, 1, 8, PngColors.GREY)
                        .with("tEXt", secret)
                        .withPixels(new byte[2])
                        .with("eXIf", turned)
                        .bytes();
        byte[] longer = Arrays.copyOf(file, file.length + secret.length);
        System.arraycopy(secret, 0, longer, file.length, secret.length);

        Uploads uploads = files.check(new UploadedPictures(new FileInMemory(longer), null));
        files.keep(uploads.image(), "inputs/one");

        try (var kept = files.store.open("inputs/one")) {
            assertThat(kept.readAllBytes())
                    .isEqualTo(
                            PngFile.of(1, 1, 8, PngColors.GREY)
                                    .withPixels(new byte[2])
                                    .with("eXIf", turned)
                                    .bytes());
        }
    }
}
