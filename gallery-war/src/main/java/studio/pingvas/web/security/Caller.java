package studio.pingvas.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.contracts.user.ApiKeyGrant;
import studio.pingvas.contracts.user.Identity;

/** Who makes this request: asked of the server at each call, so one instance serves all. */
@ApplicationScoped
public class Caller {
    @Inject SecurityContext security;

    /**
     * @throws IllegalStateException if nobody is signed in: the resource lacks its role
     */
    public UUID userId() {
        return identity().userId();
    }

    /**
     * @throws IllegalStateException if nobody is signed in: the resource lacks its role
     */
    public Identity identity() {
        return ifSignedIn()
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in here"));
    }

    /**
     * For pages of administrators, which name the one who acts.
     *
     * @throws IllegalStateException if the caller is none: the page lacks its constraint
     */
    public UUID administratorId() {
        if (!roles().contains("admin")) {
            throw new IllegalStateException("The caller is no administrator");
        }
        return userId();
    }

    /** What the caller's API key may spend; null if it is a person. */
    public SpendLimit spendLimit() {
        ApiKeyGrant key = identity().apiKey();
        return key == null ? null : new SpendLimit(key.keyId(), key.creditsPerDay());
    }

    public Set<String> roles() {
        return ifSignedIn().map(Identity::roles).orElse(Set.of());
    }

    public Optional<Identity> ifSignedIn() {
        return security.getPrincipalsByType(StudioPrincipal.class).stream()
                .findFirst()
                .map(StudioPrincipal::identity);
    }
}
