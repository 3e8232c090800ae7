package studio.pingvas.worker.model;

import java.io.IOException;
import java.util.Map;
import studio.pingvas.contracts.model.ModelManifest.ModelFile;
import studio.pingvas.worker.tensor.Device;

/** Something on disk that can be brought into memory. */
interface Loadable<T extends Loaded> {
    String id();

    /** Changes with every change of the files. */
    String digest();

    /** Length of all its files. */
    long fileBytes();

    /**
     * Whole, or not at all.
     *
     * @throws ModelInvalidException if a file is missing, damaged or not what it should be
     */
    T load(Device device) throws IOException;

    static long bytesOf(Map<String, ModelFile> files) {
        return files.values().stream().mapToLong(ModelFile::bytes).sum();
    }
}
