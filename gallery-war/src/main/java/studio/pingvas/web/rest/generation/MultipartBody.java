package studio.pingvas.web.rest.generation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.UploadedFile;

/**
 * A body of multipart/form-data (RFC 7578). It lies in a file, so that a slow upload takes no heap;
 * its parts can be read until it is closed.
 */
final class MultipartBody implements Closeable {
    private static final int MAX_PARTS = 8;
    private static final int MAX_HEADERS = 4096;
    private static final Pattern BOUNDARY = Pattern.compile("[ -~]{1,70}");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?im)^content-disposition:\\s*form-data.*?;\\s*name=(?:\"([^\"]*)\"|([^\\s;\"]+))");
    private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");

    private final SpoolFile body;

    private MultipartBody(SpoolFile body) {
        this.body = body;
    }

    static MultipartBody spool(InputStream source) throws IOException {
        return new MultipartBody(SpoolFile.of(source));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    /**
     * The parts by their names.
     *
     * @throws InvalidRequestException if it is not well-formed, or a name comes twice
     */
    Map<String, Part> parts(String boundary) throws IOException {
        if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
            throw malformed("its Content-Type names no boundary");
        }
        byte[] delimiter = ascii("\r\n--" + boundary);
        Map<String, Part> parts = new LinkedHashMap<>();
        long at = afterFirst(delimiter);
        while (!isLast(at)) {
            long headersEnd = body.indexOf(END_OF_HEADERS, at, at + MAX_HEADERS);
            // The line break that ends the headers may be the one that begins the delimiter.
            long end = headersEnd < 0 ? -1 : body.indexOf(delimiter, headersEnd + 2, body.length());
            if (end < 0) {
                throw malformed("a part has no end");
            }
            long begin = headersEnd + END_OF_HEADERS.length;
            add(parts, nameIn(at, headersEnd), new Part(begin, Math.max(begin, end)));
            at = end + delimiter.length;
        }
        return parts;
    }

    private static void add(Map<String, Part> parts, String name, Part part) {
        if (parts.size() == MAX_PARTS) {
            throw malformed("it has more than " + MAX_PARTS + " parts");
        }
        if (parts.put(name, part) != null) {
            throw new InvalidRequestException("/" + name, "This part comes twice.");
        }
    }

    /** The first delimiter needs no line break before it. */
    private long afterFirst(byte[] delimiter) throws IOException {
        byte[] atBegin = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        if (body.indexOf(atBegin, 0, atBegin.length) == 0) {
            return atBegin.length;
        }
        long preamble = body.indexOf(delimiter, 0, body.length());
        if (preamble < 0) {
            throw malformed("its boundary is not in it");
        }
        return preamble + delimiter.length;
    }

    private boolean isLast(long at) throws IOException {
        return body.indexOf(ascii("--"), at, at + 2) == at;
    }

    private String nameIn(long begin, long end) throws IOException {
        Matcher name = NAME.matcher(new String(body.read(begin, end), StandardCharsets.UTF_8));
        if (!name.find()) {
            throw malformed("a part has no name");
        }
        return name.group(1) == null ? name.group(2) : name.group(1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static InvalidRequestException malformed(String how) {
        return new InvalidRequestException("", "The body is not multipart/form-data: " + how + ".");
    }

    /** The content of a part. */
    final class Part implements UploadedFile {
        private final long begin;
        private final long end;

        private Part(long begin, long end) {
            this.begin = begin;
            this.end = end;
        }

        @Override
        public long length() {
            return end - begin;
        }

        @Override
        public byte[] bytes() throws IOException {
            return body.read(begin, end);
        }
    }
}
