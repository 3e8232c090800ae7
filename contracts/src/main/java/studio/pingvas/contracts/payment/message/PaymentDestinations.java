package studio.pingvas.contracts.payment.message;

/** Where payment-ejb tells what happened, as {@code artemis/} creates it. */
public final class PaymentDestinations {
    /** Topic: {@link SubscriptionChanged}, {@link PaymentFailed}. */
    public static final String EVENTS = "payment.events";

    /** Durable queue of {@link #EVENTS}, which user-ejb reads. */
    public static final String FOR_USER = EVENTS + "::payment.events.user";

    /** Durable queue of {@link #EVENTS}, which gallery-ejb reads. */
    public static final String FOR_GALLERY = EVENTS + "::payment.events.gallery";

    private PaymentDestinations() {}
}
