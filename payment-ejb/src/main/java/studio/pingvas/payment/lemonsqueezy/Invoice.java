package studio.pingvas.payment.lemonsqueezy;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.Customizer;
import studio.pingvas.contracts.payment.CreditBucket;
import studio.pingvas.contracts.payment.InvoiceView;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.OptionalUuidColumns;
import studio.pingvas.platform.database.OptionalUuidConverter;

/**
 * A payment of a user, as the newest report of it says, and the credits it gave. They come once; of
 * refunds only the difference is taken back that was not taken back before.
 */
@Entity
@Table(name = "invoice")
@Customizer(OptionalUuidColumns.class)
public class Invoice {
    public static final String SUBSCRIPTION_PAYMENT = "ls_invoice";
    public static final String ORDER = "ls_order";

    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "subscription_id")
    @Convert(converter = OptionalUuidConverter.class)
    private UUID subscriptionId;

    private String source;

    @Column(name = "source_id")
    private String sourceId;

    private String description;
    private String currency;

    @Column(name = "total_cents")
    private long totalCents;

    @Column(name = "refunded_cents")
    private long refundedCents;

    @Convert(converter = InvoiceStatusConverter.class)
    private InvoiceView.Status status;

    private long credits;

    @Column(name = "credits_taken_back")
    private long creditsTakenBack;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "source_updated_at")
    private Instant sourceUpdatedAt;

    protected Invoice() {}

    /** A payment of a subscription; {@link #follow} fills it. */
    static Invoice ofSubscription(
            String gatewayId, UUID userId, UUID subscriptionId, String description) {
        Invoice invoice = new Invoice(SUBSCRIPTION_PAYMENT, gatewayId, userId, description);
        invoice.subscriptionId = subscriptionId;
        return invoice;
    }

    /** A payment of a credit pack; {@link #follow} fills it. */
    static Invoice ofOrder(String gatewayId, UUID userId, String description) {
        return new Invoice(ORDER, gatewayId, userId, description);
    }

    private Invoice(String source, String gatewayId, UUID userId, String description) {
        this.id = Uuid7.create();
        this.source = source;
        this.sourceId = gatewayId;
        this.userId = userId;
        this.description = description;
    }

    /**
     * @return false if something newer is known: nothing changes then
     */
    boolean follow(Payment payment) {
        if (sourceUpdatedAt != null && isOlder(payment)) {
            return false;
        }
        currency = payment.currency();
        totalCents = payment.totalCents();
        refundedCents = payment.refundedCents();
        status = payment.status();
        createdAt = payment.createdAt();
        sourceUpdatedAt = payment.updatedAt();
        return true;
    }

    /** Key of the transfer that gave its credits. */
    String grantKey() {
        return source + ":" + sourceId;
    }

    /** Key of the transfers that take back what is refunded up to now. */
    String refundKey() {
        return "ls_refund:" + source + ":" + sourceId + ":" + refundedCents;
    }

    void granted(long amount) {
        credits = amount;
    }

    void tookBack(long amount) {
        creditsTakenBack += amount;
    }

    /**
     * What is still to be taken back. Credits that expired unused are not: nobody has had them.
     * Rounded in favour of the customer.
     */
    long creditsToTakeBack(long expired) {
        if (totalCents == 0) {
            return 0;
        }
        long refunded = Math.multiplyExact(credits, refundedCents) / totalCents;
        return Math.max(0, refunded - Math.min(credits, expired) - creditsTakenBack);
    }

    boolean isPaid() {
        return status == InvoiceView.Status.PAID || status == InvoiceView.Status.REFUNDED;
    }

    boolean isWhollyRefunded() {
        return status == InvoiceView.Status.REFUNDED;
    }

    boolean isRefunded() {
        return refundedCents > 0;
    }

    boolean gaveCredits() {
        return credits > 0;
    }

    CreditBucket bucket() {
        return subscriptionId == null ? CreditBucket.PURCHASED : CreditBucket.PLAN;
    }

    /** What its source calls it: the number at the payment gateway. */
    public String sourceId() {
        return sourceId;
    }

    /** Whether it pays a subscription; else a credit pack. */
    public boolean paysSubscription() {
        return subscriptionId != null;
    }

    public UUID userId() {
        return userId;
    }

    public String description() {
        return description;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public InvoiceView view() {
        return new InvoiceView(
                id,
                createdAt,
                description,
                currency,
                totalCents,
                refundedCents,
                status,
                credits - creditsTakenBack);
    }

    /** Of two reports of one moment, the one that has come further holds. */
    private boolean isOlder(Payment payment) {
        int byTime = payment.updatedAt().compareTo(sourceUpdatedAt);
        if (byTime != 0) {
            return byTime < 0;
        }
        int byRefund = Long.compare(payment.refundedCents(), refundedCents);
        return byRefund != 0 ? byRefund < 0 : payment.status().compareTo(status) < 0;
    }
}
