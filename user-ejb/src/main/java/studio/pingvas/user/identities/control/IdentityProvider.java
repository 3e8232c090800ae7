package studio.pingvas.user.identities.control;

import studio.pingvas.user.openid.ForeignAnswerException;

/** A server that people sign in at, by an authorization code. */
public interface IdentityProvider extends IdentityOrigin {
    /** In addresses. */
    String id();

    /** Subjects are unique within it. */
    String issuer();

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
