package studio.pingvas.worker.cuda;

/** A call of the CUDA driver failed for another reason than a lack of memory. */
public class DriverException extends RuntimeException {
    DriverException(String message) {
        super(message);
    }

    DriverException(String message, Throwable cause) {
        super(message, cause);
    }
}
