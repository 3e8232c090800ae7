package studio.pingvas.system.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;

class EnterpriseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person person = EndToEnd.newcomer();
    private final Person admin = EndToEnd.admin();

    @Test
    void requestBecomesAContractAndEnds() {
        JsonNode request = request();
        JsonNode listed =
                admin.get("admin/enterprise-requests?status=open").with(200).json().get("items");
        assertThat(listed.findValuesAsText("id")).contains(request.get("id").asText());

        JsonNode contract =
                admin.post(
                                "enterprise/activate",
                                Person.object("request_id", request.get("id").asText())
                                        .put("credits_per_month", 250_000)
                                        .toString())
                        .with(200)
                        .json();

        assertThat(contract.get("tier").asText()).isEqualTo("enterprise");
        assertThat(person.get("users/me").json().get("tier").asText()).isEqualTo("enterprise");
        assertThat(person.balance().get("available").asLong()).isEqualTo(251_000);
        assertThat(person.get("enterprise/request").json().get("status").asText())
                .isEqualTo("activated");
        Eventually.get(PATIENCE, "mail", this::mails, kinds -> kinds.contains("welcome-to-plan"));
        assertThat(tierInANewToken()).isEqualTo("enterprise");

        admin.post("enterprise/end", Person.object("user_id", id()).toString()).with(200);
        assertThat(person.get("users/me").json().get("tier").asText()).isEqualTo("free");
        Eventually.get(
                PATIENCE, "mail", this::mails, kinds -> kinds.contains("subscription-ended"));
        assertThat(
                        admin.post("enterprise/end", Person.object("user_id", id()).toString())
                                .problem())
                .isEqualTo("409 no-subscription");
        assertThat(Invariants.ledgerProblems()).isEmpty();
    }

    @Test
    void onlyAdministratorsDecide() {
        String id = request().get("id").asText();
        String form = Person.object("request_id", id).toString();

        assertThat(person.post("enterprise/activate", form).problem()).isEqualTo("403 forbidden");
        assertThat(person.get("admin/enterprise-requests").problem()).isEqualTo("403 forbidden");
        assertThat(person.post("admin/enterprise-requests/" + id + "/decline", "{}").problem())
                .isEqualTo("403 forbidden");
        assertThat(person.client().post(null, "enterprise/activate", form).status()).isEqualTo(401);
        admin.post("admin/enterprise-requests/" + id + "/decline", "{}").with(200);
        assertThat(person.get("enterprise/request").json().get("status").asText())
                .isEqualTo("declined");
    }

    @Test
    void contractForNobodyIsRefused() {
        String unknown = "01900000-0000-7000-8000-000000000000";
        for (String field : List.of("user_id", "request_id")) {
            String form = Person.object(field, unknown).toString();
            assertThat(admin.post("enterprise/activate", form).problem())
                    .isEqualTo("404 not-found");
        }
        assertThat(admin.post("enterprise/activate", "{}").problem())
                .isEqualTo("400 invalid-request");
    }

    private JsonNode request() {
        return person.post(
                        "enterprise/request",
                        Person.object("company", "Aurora Ltd")
                                .put("contact", "Ann")
                                .put("seats", 40)
                                .toString())
                .with(200)
                .json();
    }

    private String id() {
        return person.id().toString();
    }

    private List<String> mails() {
        return Database.column(
                "postgres", "SELECT kind FROM users.mail WHERE recipient = ?", person.email());
    }

    private String tierInANewToken() {
        String token =
                Person.login(person.client(), person.email(), person.password())
                        .with(200)
                        .json()
                        .get("access_token")
                        .asText();
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
        return claims.replaceAll(".*\"tier\":\"([a-z]+)\".*", "$1");
    }
}
