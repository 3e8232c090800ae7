package studio.pingvas.model.registry.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.model.registry.entity.VerifiedFile;

/** Hashes that are known from before, and those that this scan has taken. */
public final class VerifiedFiles {
    private final Map<String, VerifiedFile> known = new HashMap<>();
    private final List<VerifiedFile> taken = new ArrayList<>();

    public VerifiedFiles(Collection<VerifiedFile> files) {
        files.forEach(file -> known.put(key(file.modelId(), file.fileName()), file));
    }

    Optional<String> sha256(String modelId, String fileName, long bytes, Instant modifiedAt) {
        return Optional.ofNullable(known.get(key(modelId, fileName)))
                .filter(file -> file.bytes() == bytes && file.modifiedAt().equals(modifiedAt))
                .map(VerifiedFile::sha256);
    }

    void add(VerifiedFile file) {
        known.put(key(file.modelId(), file.fileName()), file);
        taken.add(file);
    }

    /** Those that were not known before. */
    public List<VerifiedFile> taken() {
        return List.copyOf(taken);
    }

    private static String key(String modelId, String fileName) {
        return modelId + "/" + fileName;
    }
}
