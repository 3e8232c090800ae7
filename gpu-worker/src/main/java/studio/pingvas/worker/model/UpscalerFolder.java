package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.Path;
import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.platform.Sha256;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.tensor.NetworkException;

/** An upscaler as it lies on disk. */
record UpscalerFolder(Path path, UpscalerManifest manifest, String digest)
        implements Loadable<Upscaler> {
    /**
     * @throws ModelInvalidException if the manifest is not one
     */
    static UpscalerFolder open(Path path) throws IOException {
        InstalledFiles files = new InstalledFiles(path);
        byte[] json = files.manifest(UpscalerManifest.FILE_NAME);
        UpscalerManifest manifest = files.parse(json, UpscalerManifest.class);
        if (!files.id().equals(manifest.id())) {
            throw new ModelInvalidException(
                    files.id(), "its manifest calls it " + manifest.id() + ".");
        }
        return new UpscalerFolder(path, manifest, Sha256.of(json));
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
    public Upscaler load(Device device) throws IOException {
        new InstalledFiles(path).verify(manifest.files());
        try {
            return new Upscaler(
                    manifest, digest, device.load(path.resolve(UpscalerManifest.NETWORK)));
        } catch (NetworkException e) {
            throw new ModelInvalidException(id(), e.getMessage(), e);
        }
    }
}
