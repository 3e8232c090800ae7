package studio.pingvas.user.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.AccountExistsException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SsoIssuerSettings;
import studio.pingvas.contracts.user.TokenExpiredException;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.MovingClock;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.openid.StubIssuer;

/** Row 29 of the fault matrix, for tokens of enterprise issuers, and who their owners are here. */
class IssuerTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final UUID ADMIN = UUID.randomUUID();
    private static final RSAKey KEY = StubIssuer.rsaKey("corp's");

    private final MovingClock clock = new MovingClock(NOW);
    private final StubIssuer corp = new StubIssuer();
    private SsoFixture node;
    private SsoIssuer issuer;

    @BeforeEach
    void trustTheIssuer() {
        UsersDatabase.empty();
        corp.publishToo(KEY);
        node = new SsoFixture(clock);
        node.issuers.add(ADMIN, SsoFixture.settings(corp.address()));
        issuer = node.verifier.issuerNamedIn(sign(good())).orElseThrow();
    }

    @AfterEach
    void close() {
        corp.close();
    }

    @Test
    void ownerIsAUserWithTheGroupsOfTheIssuerInItsOwnNameSpace() {
        Identity alice = verify(sign(good()));
        assertThat(alice.roles())
                .containsExactlyInAnyOrder("user", "corp:admin", "corp:user", "corp:/eng/team");
        assertThat(alice.email()).isEqualTo("alice@corp.example.test");
        assertThat(alice.sessionId()).isNull();
        assertThat(UsersDatabase.query("SELECT roles FROM account", String.class))
                .isEqualTo("user");
        assertThat(new SsoFixture(clock).verifier.identityIn(sign(good()), issuer).userId())
                .isEqualTo(alice.userId());
    }

    @Test
    void firstSightOnManyNodesAtOnceOpensOneAccount() throws Exception {
        String token = sign(good());
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<UUID>> requests = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(
                            i -> {
                                SsoFixture other = new SsoFixture(clock);
                                requests.add(
                                        () -> other.verifier.identityIn(token, issuer).userId());
                            });
            List<UUID> owners = new ArrayList<>();
            for (Future<UUID> owner : nodes.invokeAll(requests)) {
                owners.add(owner.get());
            }
            assertThat(owners).containsOnly(owners.get(0));
        } finally {
            nodes.shutdownNow();
        }
        assertThat(UsersDatabase.query("SELECT count(*) FROM account", Long.class)).isEqualTo(1);
    }

    @Test
    void addressOpensNoAccountThatWasThereBefore() {
        UsersDatabase.execute(
                "INSERT INTO account (id, email, email_verified, display_name) VALUES"
                        + " (gen_random_uuid(), 'alice@corp.example.test', true, 'Alice')");
        assertThatThrownBy(() -> verify(sign(good()))).isInstanceOf(AccountExistsException.class);
        Identity unvouched = verify(sign(good().claim("email_verified", false)));
        assertThat(unvouched.email()).isNull();
    }

    @Test
    void administratorIsNobodyByAForeignToken() {
        UUID alice = verify(sign(good())).userId();
        UsersDatabase.execute("UPDATE account SET roles = 'admin,user' WHERE id = '" + alice + "'");
        SsoFixture other = new SsoFixture(clock);
        assertThatThrownBy(() -> other.verifier.identityIn(sign(good()), issuer))
                .isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void ellipticKeysProveToo() {
        ECKey curve = corp.newEllipticKey("corp's curve");
        clock.pass(Duration.ofMinutes(2));
        String token =
                StubIssuer.sign(
                        good().build(),
                        curve,
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(new JOSEObjectType("at+jwt"))
                                .keyID("corp's curve")
                                .build());
        assertThat(verify(token).roles()).contains("user");
    }

    @Test
    void unsignedTokenIsRefused() {
        assertRefused(new PlainJWT(good().build()).serialize());
        String[] parts = sign(good()).split("\\.");
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void publicKeyIsNoHmacSecret() throws Exception {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(JOSEObjectType.JWT)
                                .keyID("corp's")
                                .build(),
                        good().build());
        token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        assertRefused(token.serialize());
    }

    @Test
    void keysThatAHeaderBringsAlongAreNotLookedAt() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        try (StubIssuer evil = new StubIssuer()) {
            evil.publishToo(foreign);
            URI keys = URI.create(evil.address() + StubIssuer.KEYS);
            for (JWSHeader header :
                    List.of(
                            header("foreign").jwk(foreign.toPublicJWK()).build(),
                            header("corp's").jwk(foreign.toPublicJWK()).build(),
                            header("foreign").jwkURL(keys).build(),
                            header("corp's").x509CertURL(keys).build())) {
                assertRefused(StubIssuer.sign(good().build(), foreign, header));
            }
            assertThat(evil.asked(StubIssuer.KEYS)).isZero();
        }
    }

    @Test
    void kidMustBeThereAndKnownAndForSignatures() throws Exception {
        assertRefused(
                StubIssuer.sign(
                        good().build(),
                        KEY,
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(JOSEObjectType.JWT)
                                .build()));
        assertRefused(StubIssuer.sign(good().build(), KEY, header("unknown").build()));
        RSAKey encryption =
                new RSAKeyGenerator(2048).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
        corp.publishToo(encryption);
        clock.pass(Duration.ofMinutes(2));
        assertRefused(StubIssuer.sign(good().build(), encryption, header("enc").build()));
    }

    @Test
    void weakKeyIsRefused() throws JOSEException {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        corp.publishToo(weak);
        clock.pass(Duration.ofMinutes(2));
        assertRefused(StubIssuer.sign(good().build(), weak, header("weak").build()));
    }

    @Test
    void typeMustBeThatOfAnAccessToken() {
        for (String type : new String[] {"logout+jwt", "dpop+jwt", "JWS"}) {
            assertRefused(
                    StubIssuer.sign(
                            good().build(),
                            KEY,
                            header("corp's").type(new JOSEObjectType(type)).build()));
        }
        assertRefused(
                StubIssuer.sign(
                        good().build(),
                        KEY,
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("corp's").build()));
        assertRefused(sign(good().claim("typ", "ID")));
        assertRefused(sign(good().claim("typ", "Refresh")));
    }

    @Test
    void everyClaimMustBeThereAndRight() {
        assertThat(verify(sign(good())).roles()).contains("user");
        assertRefused(sign(good().issuer("https://evil.example.test")));
        assertRefused(sign(good().audience("studio-web")));
        assertRefused(sign(good().audience((String) null)));
        assertRefused(sign(good().subject(null)));
        assertRefused(sign(good().subject("x".repeat(256))));
        assertRefused(sign(good().expirationTime(null)));
        assertRefused(sign(good().issueTime(null)));
        assertRefused(sign(good().issueTime(Date.from(NOW.plusSeconds(61)))));
        assertRefused(sign(good().notBeforeTime(Date.from(NOW.plusSeconds(61)))));
        assertRefused(sign(good().claim("groups", "admin")));
        assertRefused("rubbish");
        assertRefused("x".repeat(100_000));
    }

    @Test
    void aMinuteOfSkewIsForgivenAndNoMore() {
        String token = sign(good());
        clock.pass(Duration.ofMinutes(5).plusSeconds(59));
        assertThat(verify(token).roles()).contains("user");
        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> verify(token)).isInstanceOf(TokenExpiredException.class);
    }

    @Test
    void groupsAreBounded() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> "group-" + i).toList();
        assertThat(verify(sign(good().claim("groups", many))).roles()).hasSize(101);
        assertThat(verify(sign(good().claim("groups", List.of("x".repeat(101))))).roles())
                .containsExactly("user");
        assertThat(verify(sign(good().claim("groups", null))).roles()).containsExactly("user");
    }

    @Test
    void issuerThatIsSwitchedOffOrGoneIsNotKnown() {
        UUID id = issuer.id();
        SsoIssuerSettings on = SsoFixture.settings(corp.address());
        SsoIssuerSettings off =
                new SsoIssuerSettings(
                        on.name(), on.issuer(), on.audience(), on.groupPrefix(), null, null, false);
        node.issuers.change(ADMIN, id, off);
        assertThat(node.verifier.issuerNamedIn(sign(good()))).isEmpty();
        node.issuers.change(ADMIN, id, on);
        assertThat(node.verifier.issuerNamedIn(sign(good()))).isPresent();
        node.issuers.remove(ADMIN, id);
        assertThat(node.verifier.issuerNamedIn(sign(good()))).isEmpty();
        assertThat(
                        UsersDatabase.query(
                                "SELECT string_agg(type, ',' ORDER BY number) FROM security_event"
                                        + " WHERE type LIKE 'sso%'",
                                String.class))
                .isEqualTo(
                        "sso-issuer-added,sso-issuer-changed,sso-issuer-changed,"
                                + "sso-issuer-removed");
    }

    @Test
    void tokenOfOursIsNoForeignOne() {
        assertThat(
                        node.verifier.issuerNamedIn(
                                sign(good().issuer(UsersDatabase.SETTINGS.issuer()))))
                .isEmpty();
        assertThat(node.verifier.issuerNamedIn(sign(good().issuer(null)))).isEmpty();
    }

    private Identity verify(String token) {
        return node.verifier.identityIn(token, issuer);
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verify(token)).isInstanceOf(TokenInvalidException.class);
    }

    private String sign(JWTClaimsSet.Builder claims) {
        return StubIssuer.sign(claims.build(), KEY);
    }

    private static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(kid);
    }

    private JWTClaimsSet.Builder good() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(corp.address())
                .audience("studio-api")
                .subject("f:1:alice")
                .claim("typ", "Bearer")
                .claim("email", "alice@corp.example.test")
                .claim("email_verified", true)
                .claim("name", "Alice")
                .claim("groups", List.of("admin", "user", "/eng/team"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }
}
