package studio.pingvas.contracts;

/** The first request with this key has not ended yet. */
public class IdempotencyKeyInUseException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyInUseException() {
        super("idempotency-key-in-use", "The first request with this key still runs.");
    }
}
