package studio.pingvas.contracts.generation;

import java.io.IOException;

/** A file that came with a request. It can be read as long as the request is being answered. */
public interface UploadedFile {
    /** How many bytes it has. */
    long length();

    /** All of it; every call reads it anew. */
    byte[] bytes() throws IOException;
}
