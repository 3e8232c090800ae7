package studio.pingvas.payment.gateway;

/** The gateway understood, and does not do it. To ask again is of no use. */
class GatewayRefusalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;
    private static final int INVALID = 422;

    private final int status;

    /**
     * @param detail what the gateway says; it may speak of a buyer, so it is for the log alone
     */
    GatewayRefusalException(int status, String detail) {
        super("The payment gateway answers " + status + ": " + detail);
        this.status = status;
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Not in this state, or not with these values. */
    boolean isInvalid() {
        return status == INVALID || status == NOT_FOUND;
    }

    boolean isUnauthenticated() {
        return status == UNAUTHENTICATED;
    }
}
