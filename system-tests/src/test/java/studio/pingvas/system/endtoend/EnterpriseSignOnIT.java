package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.StudioClient;

/** People of a customer call the API with the tokens of the customer's own Keycloak. */
class EnterpriseSignOnIT {
    /** Nodes remember the issuers for five seconds. */
    private static final Duration CHANGE = Duration.ofSeconds(10);

    private static KeycloakServer keycloak;

    private final StudioClient client = EndToEnd.client();
    private final Person admin = EndToEnd.admin();
    private String issuer;

    @BeforeAll
    static void startKeycloak() throws Exception {
        keycloak = KeycloakServer.start();
    }

    @AfterAll
    static void stopKeycloak() {
        keycloak.close();
    }

    @BeforeEach
    void trustTheIssuer() {
        JsonNode added =
                admin.post("admin/sso-issuers", settings(true).toString()).with(201).json();
        assertThat(added.path("problem").asText()).isEmpty();
        assertThat(added.hasNonNull("keys_read_at")).isTrue();
        issuer = added.get("id").asText();
    }

    @AfterEach
    void removeTheIssuer() {
        admin.delete("admin/sso-issuers/" + issuer).with(204);
    }

    @Test
    void aliceIsKnownByTheTokenOfHerCompany() throws Exception {
        String token = keycloak.tokenOfAlice("studio-web");

        JsonNode me = client.get(token, "users/me").with(200).json();

        assertThat(me.get("email").asText()).isEqualTo("alice@example.test");
        assertThat(me.get("display_name").asText()).isEqualTo("Alice Test");
        for (String route : new String[] {"credits/balance", "images", "queue/items", "models"}) {
            client.get(token, route).with(200);
        }
        assertThat(client.get(keycloak.tokenOfAlice("studio-web"), "users/me").json().get("id"))
                .isEqualTo(me.get("id"));
    }

    @Test
    void groupNamedAdminMakesNoAdministrator() throws Exception {
        String token = keycloak.tokenOfAlice("studio-web");

        assertThat(client.get(token, "admin/sso-issuers").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void tokenForAnotherAudienceIsRefused() throws Exception {
        assertThat(client.get(keycloak.tokenOfAlice("other-app"), "users/me").problem())
                .isEqualTo("401 token-invalid");
        assertThat(client.get(keycloak.idTokenOfAlice("studio-web"), "users/me").problem())
                .isEqualTo("401 token-invalid");
    }

    @Test
    void expiredTokenIsRefusedAfterAMinuteOfSkew() throws Exception {
        String token = keycloak.tokenOfAlice("brief-web");
        client.get(token, "users/me").with(200);

        Answer late =
                Eventually.get(
                        Duration.ofSeconds(90),
                        "end of the token",
                        () -> client.get(token, "users/me"),
                        answer -> answer.status() != 200);

        assertThat(late.problem()).isEqualTo("401 token-expired");
    }

    @Test
    void issuerThatIsSwitchedOffIsRefusedWithinSeconds() throws Exception {
        String token = keycloak.tokenOfAlice("studio-web");
        client.get(token, "users/me").with(200);

        change(false);

        Eventually.get(
                CHANGE,
                "refusal",
                () -> client.get(token, "users/me").problem(),
                problem -> problem.equals("401 token-invalid"));
        admin.get("users/me").with(200);
    }

    @Test
    void prefixAndIssuerAreUsedOnceAndTheSecretIsNotShown() {
        ObjectNode again = settings(true);
        assertThat(admin.post("admin/sso-issuers", again.toString()).problem())
                .isEqualTo("400 invalid-request");
        ObjectNode withSecret =
                settings(true).put("client_id", "studio-web").put("client_secret", "hush hush");
        Answer changed =
                client.send(
                        client.request(admin.token(), "admin/sso-issuers/" + issuer)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(withSecret.toString())));
        assertThat(changed.with(200).toString()).doesNotContain("hush");
        assertThat(client.get(null, "auth/providers").with(200).toString()).contains(issuer);
    }

    private void change(boolean enabled) {
        client.send(
                        client.request(admin.token(), "admin/sso-issuers/" + issuer)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(settings(enabled).toString())))
                .with(200);
    }

    private static ObjectNode settings(boolean enabled) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "Example Corp")
                .put("issuer", keycloak.issuer())
                .put("audience", "studio-api")
                .put("group_prefix", "corp")
                .put("enabled", enabled);
    }
}
