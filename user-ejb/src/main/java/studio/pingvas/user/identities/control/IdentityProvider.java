package studio.pingvas.user.identities.control;

import studio.pingvas.user.openid.ForeignAnswerException;

/** A server that people sign in at, by an authorization code. */
public interface IdentityProvider {
    /** In addresses. */
    String id();

    /** For a button. */
    String name();

    /** Subjects are unique within it. */
    String issuer();

    /**
     * Whether it belongs to a customer. What a customer's server says never makes anybody an
     * administrator here.
     */
    boolean isForeignOwned();

    /** Where the browser goes to begin. */
    String authorizationUrl(Passage passage) throws ForeignAnswerException;

    /**
     * Whether a redirect may have come from it.
     *
     * @param issuer the {@code iss} parameter (RFC 9207), null if there is none
     */
    boolean mayHaveSent(String issuer) throws ForeignAnswerException;

    /** Exchanges the code for what the provider says of its owner. */
    Person personFor(String code, Passage passage) throws ForeignAnswerException;
}
