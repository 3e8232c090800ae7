package studio.pingvas.contracts.payment;

import studio.pingvas.contracts.BusinessException;

/** The payment provider does not answer. Nothing was changed; try again in a minute. */
public class PaymentGatewayUnavailableException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public PaymentGatewayUnavailableException() {
        super(
                "payment-gateway-unavailable",
                "The payment provider does not answer. Nothing was changed; try again in a"
                        + " minute.");
    }
}
