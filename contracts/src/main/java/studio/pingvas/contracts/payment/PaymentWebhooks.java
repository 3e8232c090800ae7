package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;

/** The inbox of what the payment gateway reports. */
@Local
public interface PaymentWebhooks {
    /**
     * Keeps a report; when this returns, it is committed. It is worked on afterwards. The same
     * bytes are kept once.
     *
     * @param body the bytes as they came: the signature covers them
     * @param signature HMAC-SHA256 of the body in lower-case hexadecimal
     * @param eventName the {@code X-Event-Name} header
     * @throws WebhookSignatureException if the signature does not fit; nothing is kept then
     */
    void accept(byte[] body, String signature, String eventName);
}
