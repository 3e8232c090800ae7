package studio.pingvas.worker.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import studio.pingvas.contracts.model.ModelManifest.ModelFile;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.json.Json;

/** A folder with a manifest and the files that it lists; its name is the id. */
record InstalledFiles(Path path) {
    private static final int MAX_MANIFEST_BYTES = 1 << 20;

    String id() {
        return path.getFileName().toString();
    }

    /**
     * @throws ModelInvalidException if it is too large to be a manifest
     */
    byte[] manifest(String name) throws IOException {
        Path file = path.resolve(name);
        requireWithin(file, name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] json = in.readNBytes(MAX_MANIFEST_BYTES + 1);
            if (json.length > MAX_MANIFEST_BYTES) {
                throw new ModelInvalidException(id(), "its manifest is too large.");
            }
            return json;
        }
    }

    /**
     * @throws ModelInvalidException if it is not a manifest of that kind
     */
    <T> T parse(byte[] json, Class<T> type) {
        try {
            return Json.strictMapper().readValue(json, type);
        } catch (IOException e) {
            // Of bytes in memory: it is what they mean, other encodings included.
            throw new ModelInvalidException(
                    id(), "its manifest is not right: " + complaintOf(e), e);
        }
    }

    /**
     * Reads every file and compares it with the manifest.
     *
     * @throws ModelInvalidException if one is missing or differs
     */
    void verify(Map<String, ModelFile> files) throws IOException {
        for (Map.Entry<String, ModelFile> entry : files.entrySet()) {
            verify(entry.getKey(), entry.getValue());
        }
    }

    private void verify(String name, ModelFile expected) throws IOException {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ModelInvalidException(id(), name + " is missing; install it again.");
        }
        requireWithin(file, name);
        if (Files.size(file) != expected.bytes() || !Sha256.of(file).equals(expected.sha256())) {
            throw new ModelInvalidException(id(), name + " is damaged; install it again.");
        }
    }

    /** A name cannot leave the folder, but a link behind it can. */
    private void requireWithin(Path file, String name) throws IOException {
        if (!file.toRealPath().startsWith(path.toRealPath())) {
            throw new ModelInvalidException(
                    id(), name + " is a link out of its folder; install the file itself.");
        }
    }

    /** Our own checks speak for themselves; Jackson would put its own words around them. */
    private static String complaintOf(IOException e) {
        if (e.getCause() instanceof IllegalArgumentException check) {
            return check.getMessage();
        }
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : e.getMessage();
    }
}
