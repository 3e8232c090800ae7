package studio.pingvas.system.client;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;

/**
 * What a PNG file says besides its pixels: tEXt, zTXt and iTXt chunks (PNG, third edition, 11.3).
 */
public final class PngText {
    private static final int SIGNATURE_BYTES = 8;

    private PngText() {}

    /** Texts by keyword. */
    public static Map<String, String> of(byte[] png) {
        Map<String, String> texts = new LinkedHashMap<>();
        ByteBuffer file = ByteBuffer.wrap(png).position(SIGNATURE_BYTES);
        while (file.hasRemaining()) {
            byte[] data = new byte[file.getInt()];
            byte[] type = new byte[4];
            file.get(type).get(data).getInt();
            read(new String(type, StandardCharsets.US_ASCII), data, texts);
        }
        return texts;
    }

    /** Colours of all pixels, row by row. */
    public static int[] pixels(byte[] png) {
        BufferedImage image = decoded(png);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    public static BufferedImage decoded(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String type, byte[] data, Map<String, String> texts) {
        int keywordEnd = endOfText(data, 0);
        switch (type) {
            case "tEXt" ->
                    texts.put(latin(data, 0, keywordEnd), latin(data, keywordEnd + 1, data.length));
            case "zTXt" ->
                    texts.put(
                            latin(data, 0, keywordEnd),
                            new String(
                                    inflated(data, keywordEnd + 2), StandardCharsets.ISO_8859_1));
            case "iTXt" -> {
                boolean packed = data[keywordEnd + 1] == 1;
                int begin = endOfText(data, endOfText(data, keywordEnd + 3) + 1) + 1;
                byte[] text =
                        packed
                                ? inflated(data, begin)
                                : Arrays.copyOfRange(data, begin, data.length);
                texts.put(latin(data, 0, keywordEnd), new String(text, StandardCharsets.UTF_8));
            }
            default -> {
                // Not a text.
            }
        }
    }

    private static int endOfText(byte[] data, int from) {
        int end = from;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        return end;
    }

    private static byte[] inflated(byte[] data, int from) {
        try {
            return new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] data, int from, int to) {
        return new String(data, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
