package studio.pingvas.worker.tensor;

/**
 * The device has not enough memory for this. The model is not at fault and nothing is broken: less
 * at a time may go through.
 */
public class DeviceMemoryException extends RuntimeException {
    public DeviceMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
