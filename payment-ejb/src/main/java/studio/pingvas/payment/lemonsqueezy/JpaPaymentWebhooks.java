package studio.pingvas.payment.lemonsqueezy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import studio.pingvas.contracts.payment.PaymentWebhooks;
import studio.pingvas.contracts.payment.WebhookSignatureException;

/**
 * Keeps what is signed, byte for byte, and looks at nothing else: whoever waits for the answer
 * waits for one insert.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaPaymentWebhooks implements PaymentWebhooks {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int LONGEST_EVENT_NAME = 100;

    @PersistenceContext(unitName = "payments")
    EntityManager entities;

    @Inject Shop shop;
    @Inject RefusedReports refused;
    @Inject Event<ReportKept> kept;

    @Override
    public void accept(byte[] body, String signature, String eventName) {
        if (body.length > MAX_BYTES || !shop.signature().fits(body, signature)) {
            refused.count();
            throw new WebhookSignatureException();
        }
        entities.createNativeQuery(
                        "INSERT INTO webhook_inbox (body_sha256, event_name, body)"
                                + " VALUES (?1, ?2, ?3) ON CONFLICT (body_sha256) DO NOTHING")
                .setParameter(1, sha256(body))
                .setParameter(2, shorten(eventName))
                .setParameter(3, body)
                .executeUpdate();
        kept.fire(new ReportKept());
    }

    /** The signature does not cover the header: it may be anything, and is compared later. */
    private static String shorten(String eventName) {
        String name = eventName == null ? "" : eventName.replace("\0", "");
        return name.length() <= LONGEST_EVENT_NAME ? name : name.substring(0, LONGEST_EVENT_NAME);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
