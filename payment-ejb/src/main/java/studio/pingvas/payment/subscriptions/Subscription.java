package studio.pingvas.payment.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import studio.pingvas.contracts.payment.Tier;

/** A tier that somebody has for as long as it is active. */
@Entity
@Table(name = "subscription")
public class Subscription {
    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Convert(converter = TierConverter.class)
    private Tier tier;

    @Convert(converter = SubscriptionStatusConverter.class)
    private SubscriptionStatus status;

    protected Subscription() {}

    boolean isActive() {
        return status == SubscriptionStatus.ACTIVE;
    }

    Tier tier() {
        return tier;
    }
}
