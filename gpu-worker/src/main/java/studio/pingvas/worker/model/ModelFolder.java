package studio.pingvas.worker.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.platform.json.Json;

/**
 * A model as it lies on disk. Its digest is the sha256 of the manifest, which names the sha256 of
 * every file: equal digests are equal models.
 */
public record ModelFolder(Path path, ModelManifest manifest, String digest) {
    private static final long MAX_MANIFEST_BYTES = 1 << 20;

    /**
     * @throws ModelInvalidException if the manifest is not one
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be read just now
     */
    public static ModelFolder open(Path path) throws IOException {
        String id = path.getFileName().toString();
        byte[] json = read(id, path.resolve(ModelManifest.FILE_NAME));
        ModelManifest manifest = parse(id, json);
        if (!id.equals(manifest.id())) {
            throw new ModelInvalidException(id, "its manifest calls it " + manifest.id() + ".");
        }
        return new ModelFolder(path, manifest, hex(sha256().digest(json)));
    }

    /**
     * Reads every file and compares it with the manifest.
     *
     * @throws ModelInvalidException if one is missing or differs
     */
    public void verify() throws IOException {
        for (Map.Entry<String, ModelManifest.ModelFile> entry : manifest.files().entrySet()) {
            verify(entry.getKey(), entry.getValue());
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    private void verify(String name, ModelManifest.ModelFile expected) throws IOException {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            throw new ModelInvalidException(manifest.id(), name + " is missing; install it again.");
        }
        if (Files.size(file) != expected.bytes() || !sha256Of(file).equals(expected.sha256())) {
            throw new ModelInvalidException(manifest.id(), name + " is damaged; install it again.");
        }
    }

    private static String sha256Of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest.digest());
    }

    private static byte[] read(String id, Path file) throws IOException {
        if (Files.size(file) > MAX_MANIFEST_BYTES) {
            throw new ModelInvalidException(id, "its manifest is too large.");
        }
        return Files.readAllBytes(file);
    }

    private static ModelManifest parse(String id, byte[] json) throws IOException {
        try {
            ModelManifest manifest = Json.strictMapper().readValue(json, ModelManifest.class);
            EngineLimits.require(manifest);
            return manifest;
        } catch (JsonProcessingException e) {
            throw new ModelInvalidException(id, "its manifest is not right: " + complaintOf(e), e);
        } catch (IllegalArgumentException e) {
            throw new ModelInvalidException(id, "this worker cannot run it: " + e.getMessage(), e);
        }
    }

    /** Our own checks speak for themselves; Jackson would put its own words around them. */
    private static String complaintOf(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException check
                ? check.getMessage()
                : e.getOriginalMessage();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
