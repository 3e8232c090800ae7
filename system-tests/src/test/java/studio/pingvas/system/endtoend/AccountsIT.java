package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.StudioClient;

class AccountsIT {
    private final StudioClient client = EndToEnd.client();

    @Test
    void newcomerRegistersSignsInAndIsKnown() {
        Person person = EndToEnd.newcomer();

        JsonNode me = person.get("users/me").with(200).json();

        assertThat(UUID.fromString(me.get("id").asText()).version()).isEqualTo(7);
        assertThat(me.get("email").asText()).isEqualTo(person.email());
        assertThat(me.get("display_name").asText()).isEqualTo("Person");
        assertThat(me.get("tier").asText()).isEqualTo("free");
        assertThat(me.get("email_verified").asBoolean()).isFalse();
        assertThat(Instant.parse(me.get("created_at").asText())).isBefore(Instant.now());
        assertThat(Instant.parse(me.get("last_login_at").asText())).isBefore(Instant.now());
    }

    @Test
    void newcomerStartsWithTheCreditsOfTheFreeTier() {
        Person person = EndToEnd.newcomer();

        JsonNode balance = person.balance();

        assertThat(balance.get("balance").asLong()).isEqualTo(1_000);
        assertThat(balance.get("available").asLong()).isEqualTo(1_000);
        assertThat(balance.get("held").asLong()).isZero();
    }

    @Test
    void addressIsTakenInWhateverCaseItIsWritten() {
        Person person = EndToEnd.newcomer();

        Answer second =
                client.post(
                        null,
                        "auth/register",
                        Person.object("email", person.email().toUpperCase(Locale.ROOT))
                                .put("password", "another password")
                                .put("display_name", "Second")
                                .toString());

        assertThat(second.problem()).isEqualTo("400 email-taken");
    }

    @Test
    void wrongPasswordAndUnknownAddressAreAnsweredAlike() {
        Person person = EndToEnd.newcomer();

        Answer wrong = Person.login(client, person.email(), "wrong password");
        Answer unknown = Person.login(client, "nobody@example.org", "wrong password");

        assertThat(wrong.problem()).isEqualTo("401 bad-credentials");
        assertThat(unknown.problem()).isEqualTo("401 bad-credentials");
        assertThat(unknown.json().get("detail")).isEqualTo(wrong.json().get("detail"));
    }

    @Test
    void refreshTokenWorksOnce() {
        Person person = EndToEnd.newcomer();
        JsonNode tokens = Person.login(client, person.email(), person.password()).json();
        String refresh = Person.object("refresh_token", text(tokens, "refresh_token")).toString();

        Answer first = client.post(null, "auth/refresh", refresh).with(200);

        assertThat(text(tokens, "token_type")).isEqualTo("bearer");
        assertThat(tokens.get("expires_in").asLong()).isEqualTo(900);
        client.get(text(first.json(), "access_token"), "users/me").with(200);
        assertThat(text(first.json(), "refresh_token")).isNotEqualTo(text(tokens, "refresh_token"));

        Answer again = client.post(null, "auth/refresh", refresh);
        assertThat(again.problem()).isEqualTo("401 token-invalid");
        String second =
                Person.object("refresh_token", text(first.json(), "refresh_token")).toString();
        assertThat(client.post(null, "auth/refresh", second).problem())
                .as("a token that is used twice was stolen: its whole family dies")
                .isEqualTo("401 token-invalid");
        Person.login(client, person.email(), person.password()).with(200);
    }

    @Test
    void publicKeysArePublished() {
        JsonNode keys = client.get(null, "/.well-known/jwks.json").with(200).json().get("keys");

        assertThat(keys).isNotEmpty();
        assertThat(keys).allSatisfy(key -> assertThat(key.has("d")).isFalse());
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
