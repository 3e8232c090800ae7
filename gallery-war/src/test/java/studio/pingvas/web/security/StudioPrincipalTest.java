package studio.pingvas.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.Identity;

class StudioPrincipalTest {
    private final Identity ann =
            new Identity(UUID.randomUUID(), "ann@example.test", Set.of("user"));
    private final StudioPrincipal principal = new StudioPrincipal(ann);

    @Test
    void itSpeaksMicroProfileJwt() {
        assertThat(principal.getName()).isEqualTo("ann@example.test");
        assertThat(principal.getSubject()).isEqualTo(ann.userId().toString());
        assertThat(principal.getGroups()).containsExactly("user");
        assertThat(principal.<String>getClaim("upn")).isEqualTo("ann@example.test");
        assertThat(principal.getClaimNames()).containsExactlyInAnyOrder("sub", "upn", "groups");
    }

    @Test
    void claimsOfTokensAloneAreAbsent() {
        assertThat(principal.getIssuer()).isNull();
        assertThat(principal.claim("jti")).isEmpty();
    }

    @Test
    void accountWithoutAddressIsNamedByItsId() {
        Identity nameless = new Identity(UUID.randomUUID(), null, Set.of("user"));
        assertThat(new StudioPrincipal(nameless).getName()).isEqualTo(nameless.userId().toString());
    }

    @Test
    void itKnowsTheAccount() {
        assertThat(principal.userId()).isEqualTo(ann.userId());
    }
}
