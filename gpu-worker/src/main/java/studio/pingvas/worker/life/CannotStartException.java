package studio.pingvas.worker.life;

/** A setting is right in itself, but cannot be met here. */
public class CannotStartException extends RuntimeException {
    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
