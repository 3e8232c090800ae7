package studio.pingvas.worker.tensor;

/** A network cannot be loaded, or does not fit what it is given: the model is at fault. */
public class NetworkException extends RuntimeException {
    public NetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
