package studio.pingvas.payment.gateway;

/** The gateway gave no answer, or none that makes sense. What was asked may have happened. */
class GatewayFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GatewayFailureException(String message) {
        super(message);
    }

    GatewayFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
