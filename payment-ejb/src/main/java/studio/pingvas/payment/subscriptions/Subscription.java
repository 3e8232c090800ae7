package studio.pingvas.payment.subscriptions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.platform.Uuid7;

/**
 * A tier that somebody has, because it is paid, agreed by contract, or provided by the operator.
 *
 * <p>Of one that the payment gateway manages, this is the newest report together with the newest
 * paid period. Both are the latest of a set, so the order in which reports arrive does not matter.
 * What it gives at a moment is said by the view {@code live_subscription}.
 */
@Entity
@Table(name = "subscription")
public class Subscription {
    /** Source of the subscriptions that were agreed outside this software. */
    public static final String CONTRACT = "contract";

    /** Source of the subscriptions that can be changed at the payment gateway. */
    public static final String LEMON_SQUEEZY = "lemonsqueezy";

    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    private String source;

    @Column(name = "source_id")
    private String sourceId;

    @Convert(converter = TierConverter.class)
    private Tier tier;

    @Convert(converter = SubscriptionStatusConverter.class)
    private SubscriptionStatus status;

    @Column(name = "billing_interval")
    @Convert(converter = BillingIntervalConverter.class)
    private BillingInterval interval;

    @Column(name = "credits_per_month")
    private Long creditsPerMonth;

    @Column(name = "variant_id")
    private Long variantId;

    @Column(name = "order_id")
    private Long orderId;

    @Column(name = "customer_id")
    private Long customerId;

    @Column(name = "pause_mode")
    @Convert(converter = PauseModeConverter.class)
    private PauseMode pauseMode;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "trial_ends_at")
    private Instant trialEndsAt;

    @Column(name = "period_start")
    private Instant periodStart;

    @Column(name = "period_refunded")
    private boolean periodRefunded;

    @Column(name = "renews_at")
    private Instant renewsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "grace_ends_at")
    private Instant graceEndsAt;

    @Column(name = "next_grant_at")
    private Instant nextGrantAt;

    @Column(name = "last_grant_key")
    private String lastGrantKey;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "source_updated_at")
    private Instant sourceUpdatedAt;

    protected Subscription() {}

    /** One that the gateway has reported for the first time; {@link #follow} fills it. */
    public static Subscription reported(
            String gatewayId, UUID userId, Long orderId, Long customerId, Instant startedAt) {
        Subscription subscription = new Subscription();
        subscription.id = Uuid7.create();
        subscription.userId = userId;
        subscription.source = LEMON_SQUEEZY;
        subscription.sourceId = gatewayId;
        subscription.orderId = orderId;
        subscription.customerId = customerId;
        subscription.startedAt = startedAt;
        return subscription;
    }

    /** One that people have agreed on; {@link #agree} says what it gives. */
    public static Subscription agreed(UUID userId, Instant now) {
        Subscription subscription = new Subscription();
        subscription.id = Uuid7.create();
        subscription.userId = userId;
        subscription.source = CONTRACT;
        subscription.sourceId = subscription.id.toString();
        subscription.tier = Tier.ENTERPRISE;
        subscription.status = SubscriptionStatus.ACTIVE;
        subscription.startedAt = now;
        return subscription;
    }

    /**
     * The terms of a contract from now on.
     *
     * @param credits of a month, null for what the plan gives
     * @param end null for an open end
     */
    public void agree(Long credits, Instant end) {
        creditsPerMonth = credits;
        endsAt = end;
    }

    /** Ends one that no gateway manages. */
    public void end(Instant now) {
        status = SubscriptionStatus.EXPIRED;
        endsAt = now;
        nextGrantAt = null;
    }

    /**
     * @return false if something newer is known: nothing changes then
     */
    public boolean follow(SubscriptionFacts facts, Duration grace) {
        if (sourceUpdatedAt != null && SubscriptionFacts.OLDEST_FIRST.compare(facts, facts()) < 0) {
            return false;
        }
        tier = facts.offer().tier();
        interval = facts.offer().interval();
        variantId = facts.variantId();
        status = facts.status();
        pauseMode = facts.pauseMode();
        trialEndsAt = facts.trialEndsAt();
        renewsAt = facts.renewsAt();
        endsAt = facts.endsAt();
        sourceUpdatedAt = facts.updatedAt();
        reckon(grace);
        return true;
    }

    /**
     * A period was paid, and possibly paid back as a whole. An earlier period than the known one
     * changes nothing.
     */
    public void pay(Instant start, boolean refunded, Duration grace) {
        if (periodStart == null || start.isAfter(periodStart)) {
            periodStart = start;
            nextGrantAt = null;
        }
        if (start.equals(periodStart)) {
            periodRefunded = refunded;
        }
        reckon(grace);
    }

    /** Credits came with it, so something is left to expire at its end. */
    public void granted(String key) {
        lastGrantKey = key;
        closedAt = null;
    }

    /** A month of credits was given that no payment brings; the next one is due later than now. */
    public void grantedMonth(String key, Instant now) {
        granted(key);
        Instant anchor = periodStart == null ? startedAt : periodStart;
        int months = 1;
        while (!monthsAfter(anchor, months).isAfter(now)) {
            months++;
        }
        nextGrantAt = monthsAfter(anchor, months);
    }

    /** Whether its end is reached, so that nothing of it remains. */
    public boolean isOver(Instant now) {
        boolean unpaid =
                status == SubscriptionStatus.PAST_DUE || status == SubscriptionStatus.UNPAID;
        return status == SubscriptionStatus.EXPIRED
                || endsAt != null && !endsAt.isAfter(now)
                || unpaid && graceEndsAt != null && !graceEndsAt.isAfter(now);
    }

    /** Its credits have expired. */
    public void close(Instant now) {
        closedAt = now;
    }

    /** Whether its source would collect a next payment. */
    public boolean isCharged() {
        return status != SubscriptionStatus.CANCELLING && status != SubscriptionStatus.EXPIRED;
    }

    public boolean isPastDue() {
        return status == SubscriptionStatus.PAST_DUE;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Whether the paid time includes that moment. */
    public boolean isPaidAt(Instant time) {
        return interval == null || paidUntil().isAfter(time);
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public String source() {
        return source;
    }

    /** What its source calls it: the number at the payment gateway. */
    public String sourceId() {
        return sourceId;
    }

    public Tier tier() {
        return tier;
    }

    public SubscriptionStatus status() {
        return status;
    }

    /** Null where nothing is paid by interval. */
    public BillingInterval interval() {
        return interval;
    }

    /** Null for what the plan of the tier gives. */
    public Long creditsPerMonth() {
        return creditsPerMonth;
    }

    public Long variantId() {
        return variantId;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant trialEndsAt() {
        return trialEndsAt;
    }

    /** Of the newest paid period, null without one. */
    public Instant periodStart() {
        return periodStart;
    }

    public Instant renewsAt() {
        return renewsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public Instant graceEndsAt() {
        return graceEndsAt;
    }

    public Instant nextGrantAt() {
        return nextGrantAt;
    }

    public String lastGrantKey() {
        return lastGrantKey;
    }

    public Instant sourceUpdatedAt() {
        return sourceUpdatedAt;
    }

    private SubscriptionFacts facts() {
        return new SubscriptionFacts(
                new Offer(tier, interval, 0),
                variantId,
                status,
                pauseMode,
                trialEndsAt,
                renewsAt,
                endsAt,
                sourceUpdatedAt);
    }

    /** What follows from the newest report and the newest paid period together. */
    private void reckon(Duration grace) {
        if (status != SubscriptionStatus.EXPIRED) {
            closedAt = null;
        }
        graceEndsAt =
                status == SubscriptionStatus.PAST_DUE || status == SubscriptionStatus.UNPAID
                        ? paidUntil().plus(grace)
                        : null;
        if (interval != BillingInterval.YEAR || periodStart == null) {
            nextGrantAt = null;
        } else if (nextGrantAt == null) {
            nextGrantAt = monthsAfter(periodStart, 1);
        }
    }

    /** From the paid period, not from the reports: their next attempt to collect moves. */
    private Instant paidUntil() {
        if (periodStart == null) {
            return trialEndsAt == null ? startedAt : trialEndsAt;
        }
        return monthsAfter(periodStart, interval == BillingInterval.YEAR ? 12 : 1);
    }

    private static Instant monthsAfter(Instant start, int months) {
        return start.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
