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
        Answer unknown = Person.login(client, "x" + person.email(), "wrong password");

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

        Answer again = client.post(null, "auth/refresh", refresh).with(200);
        assertThat(text(again.json(), "refresh_token"))
                .as("two tabs that refresh at once get the same token")
                .isEqualTo(text(first.json(), "refresh_token"));
        String second =
                Person.object("refresh_token", text(first.json(), "refresh_token")).toString();
        JsonNode third = client.post(null, "auth/refresh", second).with(200).json();
        assertThat(client.post(null, "auth/refresh", refresh).problem())
                .as("but none whose successor was used")
                .isEqualTo("401 token-invalid");
        String last = Person.object("refresh_token", text(third, "refresh_token")).toString();
        assertThat(client.post(null, "auth/refresh", last).problem())
                .as("a token that is used twice was stolen: its whole session ends")
                .isEqualTo("401 token-invalid");
        assertThat(client.get(text(third, "access_token"), "users/me").problem())
                .isEqualTo("401 token-invalid");
        Person.login(client, person.email(), person.password()).with(200);
    }

    @Test
    void signingOutEndsThisSessionAtOnceAndNoOther() {
        Person person = EndToEnd.newcomer();
        JsonNode here = Person.login(client, person.email(), person.password()).json();
        JsonNode there = Person.login(client, person.email(), person.password()).json();

        client.post(text(here, "access_token"), "auth/logout", "{}").with(204);

        assertThat(client.get(text(here, "access_token"), "users/me").problem())
                .isEqualTo("401 token-invalid");
        String refresh = Person.object("refresh_token", text(here, "refresh_token")).toString();
        assertThat(client.post(null, "auth/refresh", refresh).problem())
                .isEqualTo("401 token-invalid");
        client.get(text(there, "access_token"), "users/me/sessions").with(200);
        String left = Person.object("refresh_token", text(there, "refresh_token")).toString();
        client.post(null, "auth/logout", left).with(204);
        assertThat(client.get(text(there, "access_token"), "users/me").problem())
                .isEqualTo("401 token-invalid");
    }

    @Test
    void wrongPasswordsInARowMakeTheNextAttemptWait() {
        Person person = EndToEnd.newcomer();
        for (int i = 0; i < 5; i++) {
            Person.login(client, person.email(), "wrong password").with(401);
        }
        assertThat(Person.login(client, person.email(), person.password()).problem())
                .isEqualTo("429 rate-limited");
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
