package studio.pingvas.contracts.user;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Who a caller is, proven by a password, another provider, a token, a key or a session. Tier and
 * credits are never part of it: they are asked of payment at every use.
 *
 * @param userId the account
 * @param email of the account, lower case; null for an account without one
 * @param roles {@code user}, {@code admin}; what an API key may do instead, see {@link ApiScope}
 * @param sessionId the session that this proof belongs to; null for an API key and for the token of
 *     an enterprise issuer
 * @param apiKey the key that was used, null if it was none
 */
public record Identity(
        UUID userId, String email, Set<String> roles, UUID sessionId, ApiKeyGrant apiKey)
        implements Serializable {
    public Identity {
        roles = Set.copyOf(roles);
    }

    public Identity(UUID userId, String email, Set<String> roles) {
        this(userId, email, roles, null, null);
    }

    public Identity inSession(UUID session) {
        return new Identity(userId, email, roles, session, apiKey);
    }
}
