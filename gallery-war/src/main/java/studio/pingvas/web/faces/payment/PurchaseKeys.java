package studio.pingvas.web.faces.payment;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Idempotency keys of one opened page: the same wish has the same key, so that a second click is
 * not a second purchase. A page that is opened anew has new ones.
 */
final class PurchaseKeys implements Serializable {
    private static final long serialVersionUID = 1L;

    private final UUID opened = UUID.randomUUID();

    String of(String... wish) {
        String name = opened + " " + String.join(" ", wish);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
