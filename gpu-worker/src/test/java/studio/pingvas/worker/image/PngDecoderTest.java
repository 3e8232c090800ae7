package studio.pingvas.worker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.platform.picture.PngColors;
import studio.pingvas.platform.picture.PngFile;

class PngDecoderTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void samePixelsAsTheReaderOfTheJdk(int type) throws IOException {
        for (boolean interlaced : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{1, 1}, {3, 5}, {5, 3}, {8, 8}, {33, 17}}) {
                BufferedImage image = noise(new BufferedImage(size[0], size[1], type));

                byte[] png = encode(image, interlaced);

                assertThat(rgbaOf(png)).isEqualTo(expected(png));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void palettesOfFewColorsAreRead(int bits) throws IOException {
        int colors = 1 << bits;
        byte[] values = new byte[colors];
        byte[] alphas = new byte[colors];
        for (int i = 0; i < colors; i++) {
            values[i] = (byte) (i * 255 / (colors - 1));
            alphas[i] = (byte) (255 - i);
        }
        IndexColorModel palette =
                new IndexColorModel(bits, colors, values, new byte[colors], values, alphas);
        BufferedImage image =
                noise(new BufferedImage(13, 7, BufferedImage.TYPE_BYTE_BINARY, palette));

        byte[] png = encode(image, false);

        assertThat(rgbaOf(png)).isEqualTo(expected(png));
    }

    @Test
    void sixteenBitsAreRoundedToEight() {
        byte[] rows = {0, 0, (byte) 128, 0, (byte) 129, (byte) 0xFF, (byte) 0xFF};

        assertThat(rgbaOf(PngFile.of(1, 1, 16, PngColors.RGB).withPixels(rows).bytes()))
                .containsExactly(0, 1, 255, 255);
    }

    @Test
    void sixteenBitsWithAlphaAreRead() {
        byte[] rows = {0, 10, 0, 20, 0, 30, 0, (byte) 128, 0};

        assertThat(rgbaOf(PngFile.of(1, 1, 16, PngColors.RGB_ALPHA).withPixels(rows).bytes()))
                .containsExactly(10, 20, 30, (byte) 128);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 128, 255", "2, 3, 192, 255", "4, 9, 144, 153"})
    void colorThatIsNotThereIsTransparent(int depth, int key, int row, int grey) {
        PngFile file = PngFile.of(2, 1, depth, PngColors.GREY).with("tRNS", (byte) 0, (byte) key);

        assertThat(rgbaOf(file.withPixels((byte) 0, (byte) row).bytes()))
                .containsExactly(grey, grey, grey, 0, 0, 0, 0, 255);
    }

    @Test
    void transparentColorIsComparedInAllItsBits() {
        PngFile file =
                PngFile.of(2, 1, 16, PngColors.RGB).with("tRNS", new byte[] {1, 2, 3, 4, 5, 6});
        byte[] rows = {0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 7};

        byte[] rgba = rgbaOf(file.withPixels(rows).bytes());

        assertThat(rgba[3]).isZero();
        assertThat(rgba[7]).isEqualTo((byte) 255);
    }

    @Test
    void indexBeyondThePaletteIsBlack() {
        PngFile file = PngFile.of(2, 1, 8, PngColors.PALETTE).with("PLTE", new byte[] {9, 9, 9});

        assertThat(rgbaOf(file.withPixels((byte) 0, (byte) 0, (byte) 200).bytes()))
                .containsExactly(9, 9, 9, 255, 0, 0, 0, 255);
    }

    @Test
    void pixelsInManySmallPartsAreRead() {
        byte[] data = PngFile.deflate(new byte[] {0, 1, 2, 3});
        PngFile file = PngFile.of(1, 1, 8, PngColors.RGB);
        for (byte one : data) {
            file.with("IDAT", one).with("IDAT");
        }

        assertThat(rgbaOf(file.bytes())).containsExactly(1, 2, 3, 255);
    }

    @Test
    void otherNumbersOfPixelsThanPromisedAreRefused() {
        PngFile few = PngFile.of(2, 2, 8, PngColors.GREY).withPixels(new byte[5]);
        PngFile many = PngFile.of(2, 2, 8, PngColors.GREY).withPixels(new byte[7]);
        PngFile none = PngFile.of(2, 2, 8, PngColors.GREY).with("IDAT");

        for (PngFile file : new PngFile[] {few, many, none}) {
            assertDamaged(file.bytes());
        }
    }

    @Test
    void filterThatPngDoesNotHaveIsRefused() {
        assertDamaged(PngFile.of(1, 1, 8, PngColors.GREY).withPixels((byte) 5, (byte) 0).bytes());
        assertDamaged(PngFile.of(1, 1, 8, PngColors.GREY).withPixels((byte) -1, (byte) 0).bytes());
    }

    @Test
    void streamWhoseOwnChecksumIsWrongIsRefused() {
        byte[] data = PngFile.deflate(new byte[] {0, 7});
        data[data.length - 1] ^= 1;

        assertDamaged(PngFile.of(1, 1, 8, PngColors.GREY).with("IDAT", data).bytes());
    }

    private static void assertDamaged(byte[] png) {
        assertThatThrownBy(() -> PictureReader.decode(png))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo("image-invalid"))
                .hasMessageContaining("damaged");
    }

    private static byte[] rgbaOf(byte[] png) {
        return PictureReader.decode(png).rgba();
    }

    /** By the reader of the JDK, but for grey, whose samples it would change. */
    private static byte[] expected(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        WritableRaster raster = image.getRaster();
        boolean grey =
                raster.getNumBands() == 1 && !(image.getColorModel() instanceof IndexColorModel);
        byte[] rgba = new byte[4 * image.getWidth() * image.getHeight()];
        for (int i = 0; i < rgba.length / 4; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            int color = image.getRGB(x, y);
            if (grey) {
                int sample = raster.getSample(x, y, 0);
                int value =
                        raster.getSampleModel().getSampleSize(0) == 16
                                ? (sample + 128) / 257
                                : sample;
                color = 0xFF000000 | value * 0x010101;
            }
            rgba[4 * i] = (byte) (color >> 16);
            rgba[4 * i + 1] = (byte) (color >> 8);
            rgba[4 * i + 2] = (byte) color;
            rgba[4 * i + 3] = (byte) (color >> 24);
        }
        return rgba;
    }

    private static BufferedImage noise(BufferedImage image) {
        Random random = new Random(7);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    int bits = image.getSampleModel().getSampleSize(band);
                    raster.setSample(x, y, band, random.nextInt(1 << bits));
                }
            }
        }
        return image;
    }

    private static byte[] encode(BufferedImage image, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(
                    interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
