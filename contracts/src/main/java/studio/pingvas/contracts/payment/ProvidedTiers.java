package studio.pingvas.contracts.payment;

import jakarta.ejb.Local;
import java.util.UUID;

/** Tiers that nobody pays for, because the operator gives them. */
@Local
public interface ProvidedTiers {
    /** Once for each user, with a month of credits; who has or had a subscription gets nothing. */
    void provide(UUID userId, Tier tier);
}
