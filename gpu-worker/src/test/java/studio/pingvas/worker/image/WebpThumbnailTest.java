package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebpThumbnailTest {
    @ParameterizedTest
    @CsvSource({
        "128, 128, 128, 128",
        "256, 256, 256, 256",
        "300, 150, 256, 128",
        "1024, 512, 256, 128",
        "640, 2000, 82, 256",
        "4000, 1, 256, 1",
    })
    void longerSideFitsAndSmallPicturesStayAsTheyAre(
            int width, int height, int thumbnailWidth, int thumbnailHeight) throws IOException {
        byte[] webp = WebpThumbnail.encode(TestBitmaps.colorful(width, height));

        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(webp));
        assertThat(decoded.getWidth()).isEqualTo(thumbnailWidth);
        assertThat(decoded.getHeight()).isEqualTo(thumbnailHeight);
    }

    @Test
    void loadedNativesLeaveNoFile(@TempDir Path cache) throws IOException {
        WebpThumbnail.loadNatives(cache);

        assertThat(cache).isEmptyDirectory();
        fileIsWebp();
    }

    @Test
    void fileIsWebp() {
        byte[] webp = WebpThumbnail.encode(TestBitmaps.colorful(64, 64));

        assertThat(new String(webp, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(new String(webp, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    }

    @Test
    void colorsStayWhereTheyAre() throws IOException {
        Bitmap bitmap = TestBitmaps.colorful(512, 512);

        BufferedImage decoded =
                ImageIO.read(new ByteArrayInputStream(WebpThumbnail.encode(bitmap)));

        int expected = bitmap.toBufferedImage().getRGB(200, 100);
        int pixel = decoded.getRGB(100, 50);
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(Math.abs((pixel >> shift & 0xFF) - (expected >> shift & 0xFF)))
                    .isLessThan(16);
        }
    }
}
