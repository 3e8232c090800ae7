package studio.pingvas.contracts.user.message;

/** Where user-ejb tells what happened, as {@code artemis/} creates it. */
public final class UserDestinations {
    /** Topic: {@link AccountDeleted}. */
    public static final String EVENTS = "user.events";

    /** Durable queue of {@link #EVENTS}, which payment-ejb reads. */
    public static final String FOR_PAYMENT = EVENTS + "::user.events.payment";

    /** Durable queue of {@link #EVENTS}, which generation-ejb reads. */
    public static final String FOR_GENERATION = EVENTS + "::user.events.generation";

    /** Durable queue of {@link #EVENTS}, which gallery-ejb reads. */
    public static final String FOR_GALLERY = EVENTS + "::user.events.gallery";

    private UserDestinations() {}
}
