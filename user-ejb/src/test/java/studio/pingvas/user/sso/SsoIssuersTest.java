package studio.pingvas.user.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.SsoIssuerView;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.identities.control.IdentityProvider;
import studio.pingvas.user.openid.StubIssuer;

class SsoIssuersTest {
    private static final UUID ADMIN = UUID.randomUUID();
    private static final String ISSUER = "http://127.0.0.1:9";

    private final SsoFixture node = new SsoFixture(Clock.systemUTC());

    @BeforeEach
    void empty() {
        UsersDatabase.empty();
    }

    @Test
    void administratorSeesWhetherTheKeysCanBeRead() {
        SsoIssuerView unreachable = node.issuers.add(ADMIN, SsoFixture.settings(ISSUER));
        assertThat(unreachable.problem()).isNotNull();
        assertThat(unreachable.keysReadAt()).isNull();
        try (StubIssuer corp = new StubIssuer()) {
            SsoIssuerView reachable =
                    node.issuers.change(
                            ADMIN, unreachable.id(), SsoFixture.settings(corp.address()));
            assertThat(reachable.problem()).isNull();
            assertThat(reachable.keysReadAt()).isNotNull();
        }
    }

    @Test
    void issuerAndPrefixAreUsedOnce() {
        node.issuers.add(ADMIN, SsoFixture.settings(ISSUER));
        assertRefused(
                new SsoIssuerSettings("B", ISSUER, "studio-api", "other", null, null, true),
                "/issuer");
        assertRefused(
                new SsoIssuerSettings(
                        "B", "http://127.0.0.1:10", "studio-api", "corp", null, null, true),
                "/group_prefix");
        assertThat(node.issuers.list()).hasSize(1);
    }

    @Test
    void ourOwnTokensHaveOneVerifier() {
        // Not reachable as well, but that is not what must refuse it: it has the form of an issuer.
        assertThatThrownBy(
                        () ->
                                node.issuers.add(
                                        ADMIN,
                                        SsoFixture.settings(UsersDatabase.SETTINGS.issuer())))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void unacceptableValuesAreNamedAllAtOnce() {
        assertThatThrownBy(
                        () ->
                                node.issuers.add(
                                        ADMIN,
                                        new SsoIssuerSettings(
                                                " ", "ftp://x", null, "Admin", "web", null, true)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e ->
                                assertThat(e.details().get("errors").toString())
                                        .contains(
                                                "/name",
                                                "/issuer",
                                                "/audience",
                                                "/group_prefix",
                                                "/client_secret"));
        assertRefused(
                new SsoIssuerSettings("B", ISSUER, "same", "corp", "same", "secret", true),
                "/client_id");
        for (String prefix : List.of("", "a:b", "-a", "a".repeat(31), "A")) {
            assertRefused(
                    new SsoIssuerSettings("B", ISSUER, "api", prefix, null, null, true),
                    "/group_prefix");
        }
    }

    @Test
    void secretIsSealedKeptAndNeverShown() {
        SsoIssuerSettings withClient =
                new SsoIssuerSettings(
                        "Corp", ISSUER, "studio-api", "corp", "studio-web", "hush hush", true);
        SsoIssuerView added = node.issuers.add(ADMIN, withClient);
        assertThat(added.settings().clientSecret()).isNull();
        assertThat(added.toString() + node.issuers.list()).doesNotContain("hush");
        assertThat(UsersDatabase.query("SELECT sso_issuer::text FROM sso_issuer", String.class))
                .doesNotContain("hush")
                .doesNotContain("6875736820"); // the same in hexadecimal
        SsoIssuerSettings renamed =
                new SsoIssuerSettings(
                        "Renamed", ISSUER, "studio-api", "corp", "studio-web", null, true);
        node.issuers.change(ADMIN, added.id(), renamed);
        IdentityProvider provider = node.providers.providers().get(0);
        assertThat(provider.id()).isEqualTo(added.id().toString());
        assertThat(provider.name()).isEqualTo("Renamed");
        assertThat(provider)
                .hasFieldOrPropertyWithValue(
                        "client",
                        new studio.pingvas.user.openid.ClientRegistration(
                                "studio-web", "hush hush"));
    }

    @Test
    void tokensAloneNeedNoClient() {
        node.issuers.add(ADMIN, SsoFixture.settings(ISSUER));
        assertThat(node.providers.providers()).isEmpty();
    }

    @Test
    void unknownIssuerIsNotFound() {
        UUID nobody = UUID.randomUUID();
        assertThatThrownBy(() -> node.issuers.get(nobody)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> node.issuers.remove(ADMIN, nobody))
                .isInstanceOf(NotFoundException.class);
    }

    private void assertRefused(SsoIssuerSettings settings, String pointer) {
        assertThatThrownBy(() -> node.issuers.add(ADMIN, settings))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.details().get("errors").toString()).contains(pointer));
    }
}
