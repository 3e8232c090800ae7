package studio.pingvas.launcher.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A body of multipart/form-data; files are read while they are sent. */
final class MultipartForm {
    private final String boundary = "studio-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    MultipartForm json(String name, byte[] json) {
        return part(name, "application/json", BodyPublishers.ofByteArray(json));
    }

    /** The server looks at the bytes, not at a type. */
    MultipartForm file(String name, Path file) throws FileNotFoundException {
        return part(
                name + "\"; filename=\"" + name,
                "application/octet-stream",
                BodyPublishers.ofFile(file));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private MultipartForm part(String name, String type, BodyPublisher content) {
        parts.add(
                text(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(boundary, name, type)));
        parts.add(content);
        parts.add(text("\r\n"));
        return this;
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
    }
}
