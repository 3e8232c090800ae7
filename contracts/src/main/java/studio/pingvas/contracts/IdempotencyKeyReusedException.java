package studio.pingvas.contracts;

/** The key was used for another request before. */
public class IdempotencyKeyReusedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReusedException() {
        super("idempotency-key-reused", "This Idempotency-Key was used for a different request.");
    }
}
