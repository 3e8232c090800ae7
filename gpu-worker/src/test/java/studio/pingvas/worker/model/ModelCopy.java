package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import studio.pingvas.worker.Demonstration;

/** A copy of the demonstration model that a test may damage. */
public record ModelCopy(Path root) {
    public static ModelCopy in(Path root) throws IOException {
        Path target = Files.createDirectories(root.resolve(Demonstration.MODEL));
        try (Stream<Path> files = Files.list(Demonstration.MODELS.resolve(Demonstration.MODEL))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return new ModelCopy(root);
    }

    public Path file(String name) {
        return root.resolve(Demonstration.MODEL).resolve(name);
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
}
