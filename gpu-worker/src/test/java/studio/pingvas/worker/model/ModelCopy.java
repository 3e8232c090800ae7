package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.Demonstration;

/** A copy of the demonstration model that a test may damage. */
public record ModelCopy(Path root, String id) {
    public static ModelCopy in(Path root) throws IOException {
        return in(root, Demonstration.MODEL);
    }

    /** Under another id, as another model. */
    public static ModelCopy in(Path root, String id) throws IOException {
        Path target = Files.createDirectories(root.resolve(id));
        try (Stream<Path> files = Files.list(Demonstration.MODELS.resolve(Demonstration.MODEL))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        ModelCopy copy = new ModelCopy(root, id);
        copy.replaceInManifest("\"id\": \"" + Demonstration.MODEL + "\"", "\"id\": \"" + id + "\"");
        return copy;
    }

    public Path file(String name) {
        return root.resolve(id).resolve(name);
    }

    public void flipByteOf(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(name), bytes);
    }

    public void replaceInManifest(String what, String with) throws IOException {
        String json = Files.readString(file(ModelManifest.FILE_NAME));
        if (!json.contains(what)) {
            throw new AssertionError("The manifest does not contain " + what);
        }
        Files.writeString(file(ModelManifest.FILE_NAME), json.replace(what, with));
    }

    /** Another file under the name, and a manifest that says so. */
    public void replaceFile(String name, byte[] content) throws IOException {
        Files.write(file(name), content);
        String entry =
                "\"bytes\": %d, \"sha256\": \"%s\"".formatted(content.length, sha256(content));
        String json = Files.readString(file(ModelManifest.FILE_NAME));
        String replaced =
                json.replaceFirst(
                        "(\"" + Pattern.quote(name) + "\": \\{)[^}]*\\}", "$1" + entry + "}");
        if (replaced.equals(json)) {
            throw new AssertionError("The manifest does not list " + name);
        }
        Files.writeString(file(ModelManifest.FILE_NAME), replaced);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
