package studio.pingvas.user.identities.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.AccountExistsException;
import studio.pingvas.contracts.user.EmailNotVerifiedException;
import studio.pingvas.contracts.user.ExternalSignIn.Arrival;
import studio.pingvas.contracts.user.ExternalSignIn.Callback;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.contracts.user.ExternalSignInFailedException;
import studio.pingvas.contracts.user.IdentityTakenException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.QueuedMails;
import studio.pingvas.user.openid.OpenIdFixture;
import studio.pingvas.user.openid.StubIssuer;
import studio.pingvas.user.sessions.SessionFixture;

/** What a provider of OpenID Connect may say, and what it may not. */
class GoogleSignInTest {
    private static final RSAKey KEY = StubIssuer.rsaKey("google's");
    private static final String EMAIL = "ann@example.test";

    private final StubIssuer google = new StubIssuer();
    private SignInJourney journey;

    @BeforeEach
    void newNode() {
        UsersDatabase.empty();
        google.publishToo(KEY);
        journey = new SignInJourney(OpenIdFixture.settings(google.address(), null), "google");
    }

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void requestCarriesStateNonceAndChallengeAndTheExactAddressToReturnTo() {
        Map<String, String> query = SignInJourney.query(journey.depart());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OpenIdFixture.CLIENT.id())
                .containsEntry("scope", "openid email profile")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "redirect_uri", "https://studio.example.test/api/v1/auth/google/callback");
        assertThat(query.get("state")).hasSize(43);
        assertThat(query.get("nonce")).hasSize(43).isNotEqualTo(query.get("state"));
        assertThat(query.get("code_challenge")).hasSize(43);
    }

    @Test
    void tableHoldsNeitherStateNorTheSecretOfTheBrowser() {
        Departure departure = journey.depart();
        assertThat(UsersDatabase.query("SELECT departure::text FROM departure", String.class))
                .doesNotContain(departure.browserSecret())
                .doesNotContain(SignInJourney.query(departure).get("state"));
    }

    @Test
    void strangerGetsAnAccountAndIsKnownTheNextTime() {
        Arrival first = signIn(claims -> claims);
        assertThat(first.returnPath()).isEqualTo("/app/gallery.xhtml");
        assertThat(first.identity().email()).isEqualTo(EMAIL);
        assertThat(first.identity().roles()).containsExactly("user");
        assertThat(SessionFixture.node().identityIn(first.identity().sessionId()))
                .contains(first.identity());
        assertThat(
                        UsersDatabase.query(
                                "SELECT display_name || ' ' || email_verified FROM account",
                                String.class))
                .isEqualTo("Ann true");

        Arrival second = signIn(claims -> claims.claim("email", "moved@example.test"));
        assertThat(second.identity().userId()).isEqualTo(first.identity().userId());
        assertThat(second.identity().email()).isEqualTo(EMAIL);
    }

    @Test
    void codeIsExchangedWithVerifierAndExactAddress() {
        signIn(claims -> claims);
        assertThat(google.forms().get(0))
                .contains("grant_type=authorization_code")
                .contains("code=code")
                .contains("code_verifier=")
                .contains(
                        "redirect_uri=https%3A%2F%2Fstudio.example.test%2Fapi%2Fv1%2Fauth%2Fgoogle"
                                + "%2Fcallback")
                .doesNotContain("secret");
    }

    @Test
    void unverifiedAddressIsNotBelieved() {
        Arrival arrival = signIn(claims -> claims.claim("email_verified", false));
        assertThat(arrival.identity().email()).isNull();
        UsersDatabase.empty();
        assertThat(signIn(claims -> claims.claim("email_verified", null)).identity().email())
                .isNull();
    }

    @Test
    void addressOfAnAccountOpensItForNobody() {
        openAccount(EMAIL, true, "a hash");
        assertThatThrownBy(() -> signIn(claims -> claims))
                .isInstanceOf(AccountExistsException.class);
        assertThatThrownBy(() -> signIn(claims -> claims.claim("email", "ANN@Example.TEST")))
                .isInstanceOf(AccountExistsException.class);
        assertThat(count("linked_identity")).isZero();
        assertThat(count("account")).isEqualTo(1);
    }

    @Test
    void hostileTokensSignNobodyIn() {
        String subject = "1234";
        assertFails(claims -> claims.issuer("https://evil.example.test"));
        assertFails(claims -> claims.audience("another client"));
        assertFails(claims -> claims.audience(List.of(OpenIdFixture.CLIENT.id(), "another")));
        assertFails(claims -> claims.claim("azp", "another client"));
        assertFails(claims -> claims.claim("nonce", "another nonce"));
        assertFails(claims -> claims.claim("nonce", null));
        assertFails(claims -> claims.subject(null));
        assertFails(claims -> claims.subject(""));
        assertFails(claims -> claims.subject("x".repeat(256)));
        assertFails(claims -> claims.subject("a\0b"));
        assertFails(claims -> claims.expirationTime(null));
        assertFails(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(61))));
        assertFails(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(120))));
        assertFails(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
        assertThat(count("account")).isZero();
        assertThat(signIn(claims -> claims.subject(subject)).identity()).isNotNull();
    }

    @Test
    void foreignSignaturesSignNobodyIn() {
        RSAKey foreign = StubIssuer.rsaKey("google's");
        Departure departure = journey.depart();
        JWTClaimsSet good = good(departure).build();
        answerWith(StubIssuer.sign(good, foreign));
        assertFails(departure);

        departure = journey.depart();
        answerWith(new PlainJWT(good(departure).build()).serialize());
        assertFails(departure);

        departure = journey.depart();
        answerWith(
                StubIssuer.sign(
                        good(departure).build(),
                        foreign,
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(JOSEObjectType.JWT)
                                .keyID("unknown")
                                .jwk(foreign.toPublicJWK())
                                .build()));
        assertFails(departure);

        departure = journey.depart();
        answerWith(null);
        assertFails(departure);
    }

    @Test
    void stateWorksOnceAndOnlyInItsBrowser() {
        Departure departure = journey.depart();
        answerWith(StubIssuer.sign(good(departure).build(), KEY));
        Callback back = SignInJourney.callback(departure, "code");
        Callback elsewhere =
                new Callback(
                        back.state(), "code", null, null, journey.depart().browserSecret(), null);
        Callback cookieless = new Callback(back.state(), "code", null, null, null, null);
        Callback stateless = new Callback(null, "code", null, null, back.browserSecret(), null);
        for (Callback hostile : List.of(elsewhere, cookieless, stateless)) {
            assertThatThrownBy(() -> journey.arrive(hostile))
                    .isInstanceOf(ExternalSignInFailedException.class);
        }
        assertThat(journey.arrive(back).identity()).isNotNull();
        assertThatThrownBy(() -> journey.arrive(back))
                .isInstanceOf(ExternalSignInFailedException.class);
    }

    @Test
    void stateEndsAfterTenMinutes() {
        Departure departure = journey.depart();
        UsersDatabase.execute("UPDATE departure SET expires_at = now() - interval '1 second'");
        assertFails(departure);
        journey.depart();
        assertThat(count("departure")).isEqualTo(1);
    }

    @Test
    void whoSaysNoIsNotSignedIn() {
        Departure departure = journey.depart();
        Callback back = SignInJourney.callback(departure, null);
        Callback refusal =
                new Callback(back.state(), null, null, "access_denied", back.browserSecret(), null);
        assertThatThrownBy(() -> journey.arrive(refusal))
                .isInstanceOf(ExternalSignInFailedException.class);
        assertThat(count("departure")).isZero();
    }

    @Test
    void redirectOfAnotherIssuerIsRefused() {
        Departure departure = journey.depart();
        answerWith(StubIssuer.sign(good(departure).build(), KEY));
        Callback back = SignInJourney.callback(departure, "code");
        Callback mixedUp =
                new Callback(
                        back.state(),
                        "code",
                        "https://evil.example.test",
                        null,
                        back.browserSecret(),
                        null);
        assertThatThrownBy(() -> journey.arrive(mixedUp))
                .isInstanceOf(ExternalSignInFailedException.class);
        assertThat(google.asked(StubIssuer.TOKEN)).isZero();
    }

    @Test
    void issuerThatNamesItselfMustDoSo() {
        google.answer(
                StubIssuer.DISCOVERY,
                ("{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/authorize\","
                                + "\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/keys\","
                                + "\"authorization_response_iss_parameter_supported\":true}")
                        .formatted(google.address()));
        Departure silent = journey.depart();
        answerWith(StubIssuer.sign(good(silent).build(), KEY));
        assertFails(silent);

        Departure departure = journey.depart();
        answerWith(StubIssuer.sign(good(departure).build(), KEY));
        Callback back = SignInJourney.callback(departure, "code");
        Callback named =
                new Callback(
                        back.state(), "code", google.address(), null, back.browserSecret(), null);
        assertThat(journey.arrive(named).identity()).isNotNull();
    }

    @Test
    void otherServersAreNoPlacesToReturnTo() {
        for (String path :
                List.of(
                        "https://evil.example.test",
                        "//evil.example.test",
                        "/\\evil.example.test",
                        "/app/../api/v1/users/me",
                        "/app/x.xhtml?next=https://evil.example.test",
                        "/app/x.xhtml\r\nSet-Cookie: a=b",
                        "javascript:alert(1)")) {
            Departure departure = journey.signIn.depart("google", path, null);
            answerWith(StubIssuer.sign(good(departure).build(), KEY));
            assertThat(journey.arrive(departure, "code").returnPath())
                    .as(path)
                    .isEqualTo("/app/generate.xhtml");
        }
    }

    @Test
    void providerThatIsDownSignsNobodyIn() {
        google.answerWithStatus(500);
        assertThatThrownBy(journey::depart).isInstanceOf(ExternalSignInFailedException.class);
        assertThat(count("departure")).isZero();
    }

    @Test
    void onlyConfiguredProvidersAreOffered() {
        assertThat(journey.signIn.providers()).hasSize(1);
        assertThatThrownBy(() -> journey.signIn.depart("discord", null, null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void signedInUserLinksAndMayThenComeThatWay() {
        UUID ann = openAccount(EMAIL, true, "a hash");
        Arrival linked = link(ann);
        assertThat(linked.identity()).isNull();
        assertThat(journey.signIn.linked(ann))
                .singleElement()
                .satisfies(view -> assertThat(view.provider()).isEqualTo("Google"));
        assertThat(QueuedMails.to(EMAIL)).containsExactly(MailKind.IDENTITY_LINKED);
        assertThat(auditTypes()).isEqualTo("identity-linked");
        assertThat(signIn(claims -> claims).identity().userId()).isEqualTo(ann);

        link(ann);
        assertThat(journey.signIn.linked(ann)).hasSize(1);
    }

    @Test
    void linkingNeedsAVerifiedAddress() {
        UUID ann = openAccount(EMAIL, false, "a hash");
        assertThatThrownBy(() -> journey.departToLink(ann))
                .isInstanceOf(EmailNotVerifiedException.class);
    }

    @Test
    void linkingEndsForWhomItBegan() {
        UUID ann = openAccount(EMAIL, true, "a hash");
        UUID eve = openAccount("eve@example.test", true, "a hash");
        for (UUID other : new UUID[] {eve, null}) {
            Departure departure = journey.departToLink(ann);
            answerWith(StubIssuer.sign(good(departure).build(), KEY));
            assertThatThrownBy(() -> journey.arrive(SignInJourney.linking(departure, other)))
                    .isInstanceOf(ExternalSignInFailedException.class);
        }
        assertThat(count("linked_identity")).isZero();
    }

    @Test
    void identityBelongsToOneAccount() {
        UUID ann = openAccount(EMAIL, true, "a hash");
        UUID eve = openAccount("eve@example.test", true, "a hash");
        link(ann);
        assertThatThrownBy(() -> link(eve)).isInstanceOf(IdentityTakenException.class);
    }

    @Test
    void lastWayInIsNotUnlinked() {
        UUID ann = signIn(claims -> claims).identity().userId();
        UUID identity = journey.signIn.linked(ann).get(0).id();
        assertThatThrownBy(() -> journey.signIn.unlink(ann, identity))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> journey.signIn.unlink(UUID.randomUUID(), identity))
                .isInstanceOf(NotFoundException.class);
        UUID eve = openAccount("eve@example.test", true, "a hash");
        assertThatThrownBy(() -> journey.signIn.unlink(eve, identity))
                .isInstanceOf(NotFoundException.class);

        UsersDatabase.execute(
                "INSERT INTO linked_identity (id, account_id, issuer, subject, provider) VALUES"
                        + " (gen_random_uuid(), '"
                        + ann
                        + "', 'https://switched.off.test', '1', 'Off')");
        assertThatThrownBy(() -> journey.signIn.unlink(ann, identity))
                .isInstanceOf(InvalidRequestException.class);

        UsersDatabase.execute("UPDATE account SET password_hash = 'x' WHERE id = '" + ann + "'");
        journey.signIn.unlink(ann, identity);
        assertThat(journey.signIn.linked(ann)).hasSize(1);
    }

    private Arrival signIn(UnaryOperator<JWTClaimsSet.Builder> change) {
        Departure departure = journey.depart();
        answerWith(StubIssuer.sign(change.apply(good(departure)).build(), KEY));
        return journey.arrive(departure, "code");
    }

    private Arrival link(UUID userId) {
        Departure departure = journey.departToLink(userId);
        answerWith(StubIssuer.sign(good(departure).build(), KEY));
        return journey.arrive(SignInJourney.linking(departure, userId));
    }

    private void assertFails(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThatThrownBy(() -> signIn(change)).isInstanceOf(ExternalSignInFailedException.class);
    }

    private void assertFails(Departure departure) {
        assertThatThrownBy(() -> journey.arrive(departure, "code"))
                .isInstanceOf(ExternalSignInFailedException.class);
    }

    private JWTClaimsSet.Builder good(Departure departure) {
        return new JWTClaimsSet.Builder()
                .issuer(google.address())
                .audience(OpenIdFixture.CLIENT.id())
                .subject("1234567890")
                .claim("email", EMAIL)
                .claim("email_verified", true)
                .claim("name", "Ann")
                .claim("nonce", SignInJourney.query(departure).get("nonce"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private void answerWith(String idToken) {
        google.answer(
                StubIssuer.TOKEN,
                idToken == null
                        ? "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\"}"
                        : "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"id_token\":\""
                                + idToken
                                + "\"}");
    }

    private static UUID openAccount(String email, boolean verified, String hash) {
        UUID id = UUID.randomUUID();
        UsersDatabase.execute(
                "INSERT INTO account (id, email, email_verified, password_hash, display_name)"
                        + " VALUES ('%s', '%s', %s, '%s', 'Somebody')"
                                .formatted(id, email, verified, hash));
        return id;
    }

    private static String auditTypes() {
        return UsersDatabase.query(
                "SELECT string_agg(type, ',' ORDER BY number) FROM security_event", String.class);
    }

    private static long count(String table) {
        return UsersDatabase.query("SELECT count(*) FROM " + table, Long.class);
    }
}
