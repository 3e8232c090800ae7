package studio.pingvas.web.rest.generation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.pingvas.contracts.InvalidRequestException;

/**
 * A body of multipart/form-data (RFC 7578) in a file without a name: a slow upload takes no heap,
 * and an aborted one leaves nothing, whatever becomes of this process. Its parts are views of the
 * file.
 */
final class MultipartBody {
    private static final int MAX_PARTS = 8;
    private static final int MAX_HEADERS = 4096;
    private static final Pattern BOUNDARY = Pattern.compile("[ -~]{1,70}");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?im)^content-disposition:\\s*form-data.*?;\\s*name=(?:\"([^\"]*)\"|([^\\s;\"]+))");
    private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");

    private final ByteBuffer body;

    MultipartBody(ByteBuffer body) {
        this.body = body;
    }

    static MultipartBody spool(InputStream source) throws IOException {
        Path path = Files.createTempFile("upload", null);
        // Deleted as soon as it is open.
        try (FileChannel file =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                write(file, ByteBuffer.wrap(buffer, 0, read));
            }
            return new MultipartBody(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /**
     * The contents of the parts by their names.
     *
     * @throws InvalidRequestException if it is not well-formed, or a name comes twice
     */
    Map<String, ByteBuffer> parts(String boundary) {
        if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
            throw malformed("its Content-Type names no boundary");
        }
        byte[] delimiter = ascii("\r\n--" + boundary);
        Map<String, ByteBuffer> parts = new LinkedHashMap<>();
        int at = afterFirst(delimiter);
        while (!isLast(at)) {
            int begin = indexOf(END_OF_HEADERS, at, Math.min(at + MAX_HEADERS, body.limit()));
            int content = begin + END_OF_HEADERS.length;
            int end = begin < 0 ? -1 : indexOf(delimiter, content - 2, body.limit());
            if (end < 0) {
                throw malformed("a part has no end");
            }
            add(parts, nameIn(at, begin), slice(content, Math.max(content, end)));
            at = end + delimiter.length;
        }
        return parts;
    }

    private static void add(Map<String, ByteBuffer> parts, String name, ByteBuffer content) {
        if (parts.size() == MAX_PARTS) {
            throw malformed("it has more than " + MAX_PARTS + " parts");
        }
        if (parts.put(name, content) != null) {
            throw new InvalidRequestException("/" + name, "This part comes twice.");
        }
    }

    /** The first delimiter needs no line break before it. */
    private int afterFirst(byte[] delimiter) {
        if (matches(delimiter, 2, 0)) {
            return delimiter.length - 2;
        }
        int preamble = indexOf(delimiter, 0, body.limit());
        if (preamble < 0) {
            throw malformed("its boundary is not in it");
        }
        return preamble + delimiter.length;
    }

    private boolean isLast(int at) {
        return at + 1 < body.limit() && body.get(at) == '-' && body.get(at + 1) == '-';
    }

    private String nameIn(int begin, int end) {
        Matcher name = NAME.matcher(StandardCharsets.UTF_8.decode(slice(begin, end)));
        if (!name.find()) {
            throw malformed("a part has no name");
        }
        return name.group(1) == null ? name.group(2) : name.group(1);
    }

    private int indexOf(byte[] wanted, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (matches(wanted, 0, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(byte[] wanted, int offset, int at) {
        if (at + wanted.length - offset > body.limit()) {
            return false;
        }
        for (int i = offset; i < wanted.length; i++) {
            if (body.get(at + i - offset) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private ByteBuffer slice(int begin, int end) {
        return body.slice(begin, end - begin);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static InvalidRequestException malformed(String how) {
        return new InvalidRequestException("", "The body is not multipart/form-data: " + how + ".");
    }
}
