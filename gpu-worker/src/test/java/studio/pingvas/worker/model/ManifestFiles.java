package studio.pingvas.worker.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.pingvas.platform.Sha256;

/** The part of a manifest that names the files of its folder. */
public final class ManifestFiles {
    private ManifestFiles() {}

    /** As JSON. */
    public static String of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(ManifestFiles::entry)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    private static String entry(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return "\"%s\": {\"bytes\": %d, \"sha256\": \"%s\"}"
                    .formatted(file.getFileName(), content.length, Sha256.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
