package studio.pingvas.contracts.generation;

import java.io.IOException;

/** A file that came with a request. It can be read as long as the request is being answered. */
@FunctionalInterface
public interface UploadedFile {
    /** All of it; every call reads it anew. */
    byte[] bytes() throws IOException;
}
