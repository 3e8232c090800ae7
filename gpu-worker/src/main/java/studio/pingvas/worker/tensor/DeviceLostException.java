package studio.pingvas.worker.tensor;

/**
 * The device has failed, and with it everything this process has on it. Only a new process can work
 * on it again.
 */
public class DeviceLostException extends RuntimeException {
    public DeviceLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
