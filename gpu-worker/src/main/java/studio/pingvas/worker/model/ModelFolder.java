package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.platform.Sha256;
import studio.pingvas.worker.tensor.Device;

/**
 * A model as it lies on disk. Its digest is the sha256 of the manifest, which names the sha256 of
 * every file: equal digests are equal models.
 */
public record ModelFolder(Path path, ModelManifest manifest, String digest)
        implements Loadable<DiffusionModel> {
    /**
     * @throws ModelInvalidException if the manifest is not one
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be read just now
     */
    public static ModelFolder open(Path path) throws IOException {
        InstalledFiles files = new InstalledFiles(path);
        byte[] json = files.manifest(ModelManifest.FILE_NAME);
        ModelManifest manifest = files.parse(json, ModelManifest.class);
        try {
            EngineLimits.require(manifest);
        } catch (IllegalArgumentException e) {
            throw new ModelInvalidException(
                    files.id(), "this worker cannot run it: " + e.getMessage(), e);
        }
        if (!files.id().equals(manifest.id())) {
            throw new ModelInvalidException(
                    files.id(), "its manifest calls it " + manifest.id() + ".");
        }
        return new ModelFolder(path, manifest, Sha256.of(json));
    }

    /**
     * Reads every file and compares it with the manifest.
     *
     * @throws ModelInvalidException if one is missing or differs
     */
    public void verify() throws IOException {
        new InstalledFiles(path).verify(manifest.files());
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public String id() {
        return manifest.id();
    }

    @Override
    public long fileBytes() {
        return Loadable.bytesOf(manifest.files());
    }

    @Override
    public DiffusionModel load(Device device) throws IOException {
        return new ModelLoader(this, device).load();
    }
}
