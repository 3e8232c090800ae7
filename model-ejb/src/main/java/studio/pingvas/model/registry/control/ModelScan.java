package studio.pingvas.model.registry.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.platform.Sha256;
import studio.pingvas.platform.json.Json;

/** Reads every folder that holds a {@code model.json}. */
public final class ModelScan {
    private static final String MANIFEST = "model.json";
    private static final long MAX_MANIFEST_BYTES = 1 << 20;

    private final Path root;
    private final FileVerification verification;

    /**
     * @param root its sub-folders are the models
     * @param verified what was hashed before; takes what is hashed now
     * @param maxBytesToHash a model that needs more is left pending
     */
    public ModelScan(Path root, VerifiedFiles verified, long maxBytesToHash) {
        this.root = root;
        this.verification = new FileVerification(verified, maxBytesToHash);
    }

    /**
     * One finding for each model folder, by id.
     *
     * @throws IOException if the root cannot be listed
     */
    public List<ModelFinding> read() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(folder -> Files.exists(folder.resolve(MANIFEST)))
                    .sorted()
                    .map(this::readFolder)
                    .toList();
        }
    }

    private ModelFinding readFolder(Path folder) {
        String id = folder.getFileName().toString();
        byte[] bytes;
        ModelManifest manifest;
        try {
            bytes = manifestBytes(folder.resolve(MANIFEST));
            manifest = Json.strictMapper().readValue(bytes, ModelManifest.class);
        } catch (JsonProcessingException e) {
            return ModelFinding.unreadable(id, MANIFEST + ": " + problemOf(e));
        } catch (IOException e) {
            return ModelFinding.unreadable(id, MANIFEST + " cannot be read: " + e);
        }
        if (manifest == null || !manifest.id().equals(id)) {
            return ModelFinding.unreadable(id, MANIFEST + " is not that of a model named " + id);
        }
        return verification.verify(folder, manifest, Sha256.of(bytes));
    }

    private static byte[] manifestBytes(Path file) throws IOException {
        if (Files.size(file) > MAX_MANIFEST_BYTES) {
            throw new IOException("it is larger than " + MAX_MANIFEST_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static String problemOf(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return e.getCause().getMessage();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return pointer(unknown) + " is not known";
        }
        return e instanceof JsonMappingException mapping
                ? pointer(mapping) + ": " + e.getOriginalMessage()
                : e.getOriginalMessage();
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "/" + step.getIndex()
                                        : "/" + step.getFieldName())
                .collect(Collectors.joining());
    }
}
