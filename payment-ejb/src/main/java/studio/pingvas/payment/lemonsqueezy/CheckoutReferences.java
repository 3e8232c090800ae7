package studio.pingvas.payment.lemonsqueezy;

import java.util.Optional;
import java.util.UUID;

/** Who went to pay under which reference. */
public interface CheckoutReferences {
    Optional<UUID> userOf(UUID reference);
}
