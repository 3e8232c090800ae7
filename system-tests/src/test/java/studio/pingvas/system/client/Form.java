package studio.pingvas.system.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of multipart/form-data: {@code Form.with("request", json).and("image", png)}. */
public final class Form {
    private static final String BOUNDARY = "system-tests";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    private Form() {}

    public static Form with(String name, String text) {
        return new Form().and(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Form and(String name, byte[] content) {
        parts.writeBytes(
                ascii(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n"
                                .formatted(BOUNDARY, name)));
        parts.writeBytes(content);
        parts.writeBytes(ascii("\r\n"));
        return this;
    }

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
        return whole.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
