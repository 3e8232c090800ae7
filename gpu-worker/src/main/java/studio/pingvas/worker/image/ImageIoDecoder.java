package studio.pingvas.worker.image;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import studio.pingvas.platform.picture.BarePicture;
import studio.pingvas.platform.picture.PictureHeader;

/** JPEG by the JDK's libjpeg, WebP by libwebp. */
final class ImageIoDecoder {
    private ImageIoDecoder() {}

    /**
     * @throws IOException if the pixels are damaged
     */
    static Bitmap decode(BarePicture picture) throws IOException {
        PictureHeader header = picture.header();
        Raster raster = read(picture);
        if (raster.getWidth() != header.width() || raster.getHeight() != header.height()) {
            throw new IOException("it has another size than it says");
        }
        UprightCanvas canvas = new UprightCanvas(header);
        int bands = raster.getNumBands();
        int[] row = new int[bands * header.width()];
        for (int y = 0; y < header.height(); y++) {
            // Samples, not colours: Java takes grey for linear light and would brighten it.
            raster.getPixels(0, y, header.width(), 1, row);
            for (int x = 0; x < header.width(); x++) {
                int at = x * bands;
                int green = bands < 3 ? row[at] : row[at + 1];
                int blue = bands < 3 ? row[at] : row[at + 2];
                canvas.put(x, y, row[at], green, blue, bands == 4 ? row[at + 3] : 255);
            }
        }
        return canvas.bitmap();
    }

    private static Raster read(BarePicture picture) throws IOException {
        String mediaType = picture.header().format().mediaType();
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader for " + mediaType + " is installed.");
        }
        ImageReader reader = readers.next();
        try (PartsImageInputStream in = new PartsImageInputStream(picture.parts())) {
            reader.setInput(in, true, true);
            return reader.read(0).getRaster();
        } catch (RuntimeException e) {
            // Readers fail in every way there is when a file is damaged.
            throw new IOException("its pixels", e);
        } catch (OutOfMemoryError e) {
            // libwebp calls some damage so; Java's own lack of memory says what ran out.
            if (e.getMessage() != null) {
                throw e;
            }
            throw new IOException("its pixels", e);
        } finally {
            reader.dispose();
        }
    }
}
