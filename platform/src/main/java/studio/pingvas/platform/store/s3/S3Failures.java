package studio.pingvas.platform.store.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The failures of the client library as those of an input or output. Beside its own exceptions it
 * lets an {@link java.io.UncheckedIOException} through where a connection breaks early.
 */
final class S3Failures {
    private S3Failures() {}

    static IOException of(String what, String key, RuntimeException failure) {
        String message = "S3 " + what + " " + key + ": " + failure.getMessage();
        if (failure instanceof AbortedException) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(message);
            interrupted.initCause(failure);
            return interrupted;
        }
        return new IOException(message, failure);
    }
}
