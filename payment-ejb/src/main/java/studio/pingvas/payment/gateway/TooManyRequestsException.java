package studio.pingvas.payment.gateway;

import studio.pingvas.contracts.BusinessException;

/** More than anybody needs: each is a call of the gateway and a row that is kept. */
class TooManyRequestsException extends BusinessException {
    private static final long serialVersionUID = 1L;

    TooManyRequestsException() {
        super("rate-limited", "Too many purchases or changes were begun; try again in an hour.");
    }
}
