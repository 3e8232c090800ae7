package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

class PngEncoderTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "128, 64", "257, 255"})
    void anotherDecoderReadsTheSamePixels(int width, int height) throws IOException {
        Bitmap bitmap = TestBitmaps.colorful(width, height);

        byte[] png = PngEncoder.encode(bitmap, Map.of());

        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(decoded.getWidth()).isEqualTo(width);
        assertThat(decoded.getHeight()).isEqualTo(height);
        int[] expected = new int[width * height];
        bitmap.toBufferedImage().getRGB(0, 0, width, height, expected, 0, width);
        int[] pixels = new int[width * height];
        decoded.getRGB(0, 0, width, height, pixels, 0, width);
        assertThat(pixels).isEqualTo(expected);
    }

    @Test
    void latinTextIsKept() throws IOException {
        byte[] png = withText("parameters", "café\nSteps: 16, Seed: 7");

        assertThat(textOf(png, "tEXtEntry", "value"))
                .containsEntry("parameters", "café\nSteps: 16, Seed: 7");
    }

    @Test
    void otherTextIsKeptAsUnicode() throws IOException {
        byte[] png = withText("parameters", "빨간 집 ☃ 🏠\nSteps: 16");

        assertThat(textOf(png, "iTXtEntry", "text"))
                .containsEntry("parameters", "빨간 집 ☃ 🏠\nSteps: 16");
    }

    @Test
    void zeroByteDoesNotCutTheText() throws IOException {
        byte[] png = withText("parameters", "before\0after");

        assertThat(textOf(png, "tEXtEntry", "value")).containsEntry("parameters", "before after");
    }

    @Test
    void textsComeBeforeThePixelsInTheirOrder() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("second", "2");
        texts.put("first", "1");
        String png = latin(PngEncoder.encode(TestBitmaps.colorful(2, 2), texts));

        assertThat(png.indexOf("second")).isLessThan(png.indexOf("first"));
        assertThat(png.indexOf("first")).isLessThan(png.indexOf("IDAT"));
    }

    private static byte[] withText(String keyword, String text) {
        return PngEncoder.encode(TestBitmaps.colorful(4, 4), Map.of(keyword, text));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> textOf(byte[] png, String entry, String attribute)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
        IIOMetadataNode root =
                (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        NodeList nodes = root.getElementsByTagName(entry);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            IIOMetadataNode node = (IIOMetadataNode) nodes.item(i);
            texts.put(node.getAttribute("keyword"), node.getAttribute(attribute));
        }
        reader.dispose();
        return texts;
    }
}
