package studio.pingvas.web.faces.generation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import studio.pingvas.contracts.generation.UploadedFile;
import studio.pingvas.contracts.generation.UploadedPictures;

/** The files that came with what the page sends. The server wrote them to its disk. */
@RequestScoped
public class SentFiles {
    private static final String START = "start-file";
    private static final String MASK = "mask-file";
    private static final String MULTIPART = "multipart/";

    @Inject HttpServletRequest request;

    /** Those that the form speaks of; a file that it knows nothing of is left alone. */
    UploadedPictures of(StartPicture start) {
        return new UploadedPictures(
                start.isFile() ? file(START) : null, start.isPartial() ? file(MASK) : null);
    }

    /**
     * @return null if it did not come
     */
    private UploadedFile file(String name) {
        Part part = part(name);
        return part == null ? null : new SentFile(part);
    }

    static boolean mayBeIn(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MULTIPART);
    }

    private Part part(String name) {
        if (!mayBeIn(request)) {
            return null;
        }
        try {
            return request.getPart(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private record SentFile(Part part) implements UploadedFile {
        @Override
        public long length() {
            return part.getSize();
        }

        /** Read into its place at once, for it may be large. */
        @Override
        public byte[] bytes() throws IOException {
            byte[] bytes = new byte[Math.toIntExact(length())];
            try (InputStream content = part.getInputStream()) {
                if (content.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                    throw new EOFException("The file has become shorter.");
                }
            }
            return bytes;
        }
    }
}
