package studio.pingvas.web.security;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import studio.pingvas.contracts.user.Identity;

/**
 * The caller as the container and MicroProfile JWT know it. It holds the claims that every way of
 * signing in can prove, so that code behind it cannot tell a token from a session.
 */
public final class StudioPrincipal implements JsonWebToken {
    private static final Set<String> CLAIMS = Set.of("sub", "upn", "groups");

    private final Identity identity;

    public StudioPrincipal(Identity identity) {
        this.identity = identity;
    }

    public Identity identity() {
        return identity;
    }

    public UUID userId() {
        return identity.userId();
    }

    /** A principal needs a name, also where the account has no address. */
    @Override
    public String getName() {
        return identity.email() == null ? identity.userId().toString() : identity.email();
    }

    @Override
    public Set<String> getClaimNames() {
        return CLAIMS;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String claimName) {
        return (T)
                switch (claimName) {
                    case "sub" -> identity.userId().toString();
                    case "upn" -> identity.email();
                    case "groups" -> identity.roles();
                    default -> null;
                };
    }

    @Override
    public String toString() {
        return getName();
    }
}
