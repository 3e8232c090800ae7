package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.SocketRecording;
import studio.pingvas.system.client.StudioClient;
import studio.pingvas.system.client.Wanted;

/** Programs that use the API in place of a person. */
class ApiKeysIT {
    private final StudioClient client = EndToEnd.client();
    private final Person demo = EndToEnd.demo();

    @AfterEach
    void revokeAll() {
        for (Person owner : new Person[] {demo, EndToEnd.admin()}) {
            owner.get("users/me/api-keys")
                    .with(200)
                    .json()
                    .get("items")
                    .forEach(key -> owner.delete("users/me/api-keys/" + id(key)).with(204));
        }
    }

    @Test
    void programMakesAPictureAndSeesIt() {
        String key = secret(demo, "generate", "read");

        String job = order(key, UUID.randomUUID()).with(202).json().get("job_id").asText();

        JsonNode ended =
                Eventually.get(
                        Duration.ofSeconds(120),
                        "end of job " + job,
                        () -> client.get(key, "queue/items/" + job).with(200).json(),
                        seen -> seen.get("status").asText().equals("completed"));
        String image = ended.get("images").get(0).get("image_id").asText();
        assertThat(client.get(key, "images/" + image + "/file").with(200).bytes()).isNotEmpty();
        JsonNode use = client.get(key, "users/me/usage").with(200).json();
        JsonNode today = use.get("items").get(use.get("items").size() - 1);
        assertThat(LocalDate.parse(today.get("day").asText()))
                .isBetween(
                        LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
        assertThat(use.get("totals").get("jobs").asLong()).isPositive();
        assertThat(use.get("by_model").get(0).get("credits_used").asLong()).isPositive();
    }

    @Test
    void keyReachesNothingBesideItsScopes() {
        String reader = secret(demo, "read");
        String maker = secret(demo, "generate");

        Answer refused = order(reader, UUID.randomUUID());
        assertThat(refused.problem()).isEqualTo("403 forbidden");
        assertThat(refused.json().get("detail").asText()).contains("scope generate");
        assertThat(client.get(maker, "images").problem()).isEqualTo("403 forbidden");
        client.get(reader, "credits/balance").with(200);
        for (String closed :
                new String[] {"users/me", "users/me/api-keys", "users/me/security-events"}) {
            assertThat(client.get(reader, closed).problem()).as(closed).isEqualTo("403 forbidden");
        }
        assertThat(client.post(reader, "users/me/api-keys", wish("read").toString()).problem())
                .isEqualTo("403 forbidden");
        assertThat(client.get(reader, "admin/ledger/check").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void keySpendsNoMoreThanItsDayAllowsAndARepeatedRequestSpendsNothing() {
        long price =
                demo.post("generate/estimate", Wanted.aPicture().json())
                        .with(200)
                        .json()
                        .get("estimated_credits")
                        .asLong();
        String key =
                issue(demo, wish("generate").put("credits_per_day", price)).get("secret").asText();
        UUID request = UUID.randomUUID();

        JsonNode job = order(key, request).with(202).json();

        Answer over = order(key, UUID.randomUUID());
        assertThat(over.problem()).isEqualTo("429 spend-limit-reached");
        assertThat(over.json().get("spend_limit").asLong()).isEqualTo(price);
        assertThat(over.json().get("credits_spent").asLong()).isEqualTo(price);
        assertThat(order(key, request).with(202).json().get("job_id")).isEqualTo(job.get("job_id"));
        demo.order(Wanted.aPicture());
    }

    @Test
    void revokedKeyIsRefusedAtOnce() {
        JsonNode issued = issue(demo, wish("read"));
        String secret = issued.get("secret").asText();
        client.get(secret, "images").with(200);

        demo.delete("users/me/api-keys/" + id(issued.get("key"))).with(204);

        assertThat(client.get(secret, "images").problem()).isEqualTo("401 token-invalid");
        assertThat(demo.delete("users/me/api-keys/" + id(issued.get("key"))).problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void keysOfOthersAreNotFound() {
        JsonNode issued = issue(demo, wish("read"));

        assertThat(EndToEnd.admin().delete("users/me/api-keys/" + id(issued.get("key"))).problem())
                .isEqualTo("404 not-found");
        client.get(issued.get("secret").asText(), "images").with(200);
    }

    @Test
    void listNeverShowsTheKeyAgain() {
        String secret = secret(demo, "read");

        assertThat(demo.get("users/me/api-keys").with(200).toString())
                .contains(secret.substring(0, 12))
                .doesNotContain(secret);
    }

    @Test
    void unverifiedAddressGetsNoKey() {
        assertThat(EndToEnd.newcomer().post("users/me/api-keys", wish("read").toString()).problem())
                .isEqualTo("403 email-not-verified");
    }

    @Test
    void wishesThatCannotBeAreRefused() {
        assertRefused(wish("write"));
        assertRefused(wish());
        assertRefused(wish("admin"));
        assertRefused(wish("read").put("credits_per_day", 0));
        assertRefused(wish("read").put("expires_at", "2020-01-01T00:00:00Z"));
        assertRefused(wish("read").put("owner_id", "somebody else"));
        assertRefused(wish("read").put("name", ""));
    }

    @Test
    void administratorsKeyAdministersAndMayDoNothingElse() {
        String key = secret(EndToEnd.admin(), "admin");

        client.get(key, "admin/security-events").with(200);
        assertThat(client.get(key, "images").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void readerFollowsTheJobsOverASocketAndOthersDoNot() {
        String reader = secret(demo, "read");
        String maker = secret(demo, "generate");

        try (SocketRecording socket = socket(reader)) {
            assertThat(socket).isNotNull();
        }
        assertThatThrownBy(() -> socket(maker))
                .isInstanceOfSatisfying(
                        SocketRecording.RefusedHandshake.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    private SocketRecording socket(String key) {
        return SocketRecording.open(
                client, "me", request -> request.header("Authorization", "Bearer " + key));
    }

    private void assertRefused(ObjectNode wish) {
        assertThat(demo.post("users/me/api-keys", wish.toString()).problem())
                .as(wish.toString())
                .isEqualTo("400 invalid-request");
    }

    private Answer order(String key, UUID idempotencyKey) {
        return client.send(
                client.request(key, "generate/text-to-image")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey.toString())
                        .POST(BodyPublishers.ofString(Wanted.aPicture().json())));
    }

    private static ObjectNode wish(String... scopes) {
        ObjectNode wish = Person.object("name", "A program");
        for (String scope : scopes) {
            wish.withArray("scopes").add(scope);
        }
        return wish;
    }

    private static String secret(Person owner, String... scopes) {
        return issue(owner, wish(scopes)).get("secret").asText();
    }

    private static JsonNode issue(Person owner, ObjectNode wish) {
        return owner.post("users/me/api-keys", wish.toString()).with(201).json();
    }

    private static String id(JsonNode key) {
        return key.get("id").asText();
    }
}
