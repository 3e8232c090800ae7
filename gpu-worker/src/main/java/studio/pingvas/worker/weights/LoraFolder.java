package studio.pingvas.worker.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where LoRA files lie: {@code <root of the models>/loras/<id>.safetensors}. */
public final class LoraFolder {
    /** Name of the folder; no model can have it as its id. */
    public static final String NAME = "loras";

    // The id comes with a message and becomes a path.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private final Path folder;

    public LoraFolder(Path modelsRoot) {
        this.folder = modelsRoot.resolve(NAME);
    }

    /**
     * @throws LoraMissingException if there is none of that id
     * @throws LoraInvalidException if it is damaged or of another kind
     */
    LoraFile open(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new LoraMissingException(id);
        }
        try {
            Path file = folder.resolve(id + SafetensorsFile.SUFFIX).toRealPath();
            // A link may lie in the folder, but not lead out of it; a pipe would never end.
            if (!file.startsWith(folder.toRealPath()) || !Files.isRegularFile(file)) {
                throw new LoraMissingException(id);
            }
            return LoraFile.open(id, file);
        } catch (NoSuchFileException e) {
            throw new LoraMissingException(id);
        }
    }
}
