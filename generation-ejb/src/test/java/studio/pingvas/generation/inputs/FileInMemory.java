package studio.pingvas.generation.inputs;

import studio.pingvas.contracts.generation.UploadedFile;

/** A file that came, without a request. */
public record FileInMemory(byte[] bytes) implements UploadedFile {
    @Override
    public long length() {
        return bytes.length;
    }
}
