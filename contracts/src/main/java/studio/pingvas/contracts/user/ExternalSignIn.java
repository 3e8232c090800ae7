package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/**
 * Sign-in at another provider by the authorization code flow (OpenID Connect Core 1.0, section 3.1;
 * OAuth 2, RFC 6749, section 4.1) with state, nonce and PKCE (RFC 7636). An identity is known by
 * issuer and subject, never by its address.
 */
@Local
public interface ExternalSignIn {
    /** The providers that are configured, for buttons. */
    List<IdentityProviderView> providers();

    /**
     * @param returnPath own path to go to afterwards; anything else becomes the start page
     * @param linkTo the signed-in user who adds this identity, null for a sign-in
     * @throws studio.pingvas.contracts.NotFoundException if there is no such provider
     * @throws EmailNotVerifiedException if the user's own address is not verified
     */
    Departure depart(String providerId, String returnPath, UUID linkTo);

    /**
     * Finishes what {@link #depart} began, once.
     *
     * @throws ExternalSignInFailedException if state, browser, code or the provider's answer are
     *     not right, or the person said no
     * @throws AccountExistsException if the address belongs to an account that has not linked it
     * @throws IdentityTakenException if another account has linked it
     */
    Arrival arrive(String providerId, Callback callback, Device device);

    List<LinkedIdentityView> linked(UUID userId);

    /**
     * @throws studio.pingvas.contracts.NotFoundException if the user has no such identity
     * @throws studio.pingvas.contracts.InvalidRequestException if it is the only way in
     */
    void unlink(UUID userId, UUID linkedIdentityId);

    /**
     * @param authorizationUrl where the browser goes
     * @param browserSecret for a cookie that proves at the end that it is the same browser
     */
    record Departure(String authorizationUrl, String browserSecret) {
        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /**
     * The query parameters of the redirect and the cookie.
     *
     * @param issuer the {@code iss} parameter (RFC 9207), null if there is none
     * @param error the provider's error code, null if there is none
     * @param browserSecret of the cookie, null if there is none
     * @param signedInAs whose session the browser has, null if it has none
     */
    record Callback(
            String state,
            String code,
            String issuer,
            String error,
            String browserSecret,
            UUID signedInAs) {
        @Override
        public String toString() {
            return "Callback[issuer=" + issuer + ", error=" + error + "]";
        }
    }

    /**
     * @param identity in a session of its own; null if an identity was linked: whoever is signed in
     *     stays so
     * @param returnPath own path
     */
    record Arrival(Identity identity, String returnPath) {}
}
