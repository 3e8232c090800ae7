package studio.pingvas.contracts.payment;

import studio.pingvas.contracts.BusinessException;

/** The signature does not fit the body. */
public class WebhookSignatureException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public WebhookSignatureException() {
        super("webhook-signature", "The signature does not fit the body.");
    }
}
