package studio.pingvas.user.identities.control;

/** Who says that somebody is somebody. */
public interface IdentityOrigin {
    /** For people. */
    String name();

    /**
     * Whether it belongs to a customer. What a customer's server says never makes anybody an
     * administrator here.
     */
    boolean isForeignOwned();
}
