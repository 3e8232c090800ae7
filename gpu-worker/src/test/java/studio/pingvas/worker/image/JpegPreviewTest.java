package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegPreviewTest {
    @Test
    void previewIsAJpegOfTheSameSize() throws IOException {
        byte[] jpeg = JpegPreview.encode(TestBitmaps.colorful(128, 96));

        assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(128);
    }

    @Test
    void evenNoiseIsSmallEnoughForAMessage() {
        assertThat(JpegPreview.encode(TestBitmaps.noise(256, 256)))
                .hasSizeLessThan(JpegPreview.MAX_BYTES);
    }
}
