package studio.pingvas.contracts.user;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Who a caller is, proven by a password, a token or a session. Tier and credits are never part of
 * it: they are asked of payment at every use.
 *
 * @param userId the account
 * @param email of the account, lower case
 * @param roles {@code user}, {@code admin}
 */
public record Identity(UUID userId, String email, Set<String> roles) implements Serializable {
    public Identity {
        roles = Set.copyOf(roles);
    }
}
