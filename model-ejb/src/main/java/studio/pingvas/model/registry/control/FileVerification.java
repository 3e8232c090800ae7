package studio.pingvas.model.registry.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.ModelManifest.ModelFile;
import studio.pingvas.model.registry.entity.VerifiedFile;
import studio.pingvas.platform.Sha256;

/** Compares the files of models with their manifests; hashes no more bytes than it was given. */
final class FileVerification {
    private final VerifiedFiles verified;
    private long bytesLeft;

    FileVerification(VerifiedFiles verified, long maxBytesToHash) {
        this.verified = verified;
        this.bytesLeft = maxBytesToHash;
    }

    ModelFinding verify(Path folder, ModelManifest manifest, String digest) {
        boolean allHashed = true;
        for (Map.Entry<String, ModelFile> entry : new TreeMap<>(manifest.files()).entrySet()) {
            String name = entry.getKey();
            try {
                ModelFile expected = entry.getValue();
                long size = sizeOf(folder.resolve(name));
                if (size != expected.bytes()) {
                    return damaged(
                            manifest,
                            digest,
                            name + " has " + size + " bytes instead of " + expected.bytes());
                }
                Optional<String> actual = sha256(manifest.id(), folder.resolve(name));
                if (actual.isEmpty()) {
                    allHashed = false;
                } else if (!actual.get().equals(expected.sha256())) {
                    return damaged(manifest, digest, name + " has another sha256");
                }
            } catch (IOException e) {
                return damaged(manifest, digest, name + " cannot be read: " + e);
            }
        }
        return allHashed
                ? ModelFinding.whole(manifest.id(), manifest, digest)
                : ModelFinding.pending(manifest.id(), manifest, digest);
    }

    private Optional<String> sha256(String modelId, Path file) throws IOException {
        String name = file.getFileName().toString();
        long bytes = sizeOf(file);
        Instant modifiedAt = modifiedAt(file);
        Optional<String> known = verified.sha256(modelId, name, bytes, modifiedAt);
        if (known.isPresent() || bytes > bytesLeft) {
            return known;
        }
        bytesLeft -= bytes;
        String sha256 = Sha256.of(file);
        if (sizeOf(file) != bytes || !modifiedAt(file).equals(modifiedAt)) {
            throw new IOException("it changed while it was read");
        }
        verified.add(new VerifiedFile(modelId, name, bytes, modifiedAt, sha256));
        return Optional.of(sha256);
    }

    private static long sizeOf(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("it is no file");
        }
        return attributes.size();
    }

    // The database keeps microseconds.
    private static Instant modifiedAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ModelFinding damaged(ModelManifest manifest, String digest, String problem) {
        return ModelFinding.damaged(manifest.id(), manifest, digest, problem);
    }
}
