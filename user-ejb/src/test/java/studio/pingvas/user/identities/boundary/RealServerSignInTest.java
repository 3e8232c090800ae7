package studio.pingvas.user.identities.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.user.ExternalSignIn.Arrival;
import studio.pingvas.contracts.user.ExternalSignIn.Callback;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.contracts.user.ExternalSignInFailedException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.openid.OpenIdFixture;

/** Against a server of OpenID Connect that others wrote; it checks our side as well. */
class RealServerSignInTest {
    private final NettyWrapper server = new NettyWrapper();
    private SignInJourney journey;

    @BeforeEach
    void start() throws Exception {
        UsersDatabase.empty();
        OAuth2Config config =
                new OAuth2Config(
                        false,
                        null,
                        null,
                        false,
                        new OAuth2TokenProvider(),
                        Set.of(
                                new DefaultOAuth2TokenCallback(
                                        "google",
                                        "subject-of-ann",
                                        "JWT",
                                        List.of(OpenIdFixture.CLIENT.id()),
                                        Map.of(
                                                "email",
                                                "ann@example.test",
                                                "email_verified",
                                                true,
                                                "name",
                                                "Ann"),
                                        300)),
                        server);
        OAuth2HttpRequestHandler handler = new OAuth2HttpRequestHandler(config);
        server.start(InetAddress.getLoopbackAddress(), 0, handler.getAuthorizationServer()::invoke);
        journey =
                new SignInJourney(
                        OpenIdFixture.settings(
                                "http://127.0.0.1:" + server.port() + "/google", null),
                        "google");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void strangerSignsInThere() throws Exception {
        Departure departure = journey.depart();
        Arrival arrival = journey.arrive(callback(departure));
        assertThat(arrival.identity().email()).isEqualTo("ann@example.test");
        assertThat(
                        UsersDatabase.query(
                                "SELECT issuer || ' ' || subject FROM linked_identity",
                                String.class))
                .isEqualTo("http://127.0.0.1:" + server.port() + "/google subject-of-ann");
    }

    @Test
    void codeOfAnotherSignInIsRefused() throws Exception {
        Departure mine = journey.depart();
        String theirs = callback(journey.depart()).code();
        assertThatThrownBy(() -> journey.arrive(mine, theirs))
                .isInstanceOf(ExternalSignInFailedException.class);
    }

    private static Callback callback(Departure departure) throws Exception {
        HttpResponse<Void> redirect =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(departure.authorizationUrl()))
                                        .build(),
                                BodyHandlers.discarding());
        Map<String, String> query =
                SignInJourney.query(
                        URI.create(redirect.headers().firstValue("Location").orElseThrow()));
        assertThat(query.get("state")).isEqualTo(SignInJourney.query(departure).get("state"));
        return SignInJourney.callback(departure, query.get("code"));
    }
}
