package studio.pingvas.payment.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import studio.pingvas.contracts.payment.SubscriptionView;
import studio.pingvas.contracts.payment.Tier;

/** What the other modules were told last about a user. */
@Entity
@Table(name = "announced_subscription")
public class AnnouncedSubscription {
    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Convert(converter = TierConverter.class)
    private Tier tier;

    @Enumerated(EnumType.STRING)
    private SubscriptionView.Status status;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected AnnouncedSubscription() {}

    /** Nothing was told: then everybody takes the user for a free one. */
    AnnouncedSubscription(UUID userId) {
        this.userId = userId;
        this.tier = Tier.FREE;
        this.status = SubscriptionView.Status.NONE;
    }

    boolean says(SubscriptionView view) {
        return tier == view.plan().tier()
                && status == view.status()
                && Objects.equals(endsAt, view.endsAt());
    }

    void say(SubscriptionView view) {
        tier = view.plan().tier();
        status = view.status();
        endsAt = view.endsAt();
    }

    Tier tier() {
        return tier;
    }
}
