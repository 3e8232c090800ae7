package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.StudioClient;
import studio.pingvas.system.client.Wanted;

class BadInputIT {
    private static final String ROUTE = "generate/text-to-image";

    private static Person person;

    private final StudioClient client = EndToEnd.client();

    @BeforeAll
    static void register() {
        person = EndToEnd.newcomer();
    }

    static Stream<Arguments> requests() {
        Wanted picture = Wanted.aPicture();
        return Stream.of(
                arguments("size off the list", picture.size(100, 77), "400 size-not-supported"),
                arguments("no steps", picture.steps(0), "400 invalid-request"),
                arguments("10,000 steps", picture.steps(10_000), "400 invalid-request"),
                arguments("more steps than the tier", picture.steps(31), "403 over-tier-limit"),
                arguments("two pictures", picture.with("count", 2), "403 over-tier-limit"),
                arguments("empty prompt", picture.of(""), "400 invalid-request"),
                arguments("blank prompt", picture.of(" \n "), "400 invalid-request"),
                arguments("2,001 characters", picture.of("a".repeat(2_001)), "400 invalid-request"),
                arguments(
                        "no model of that id", picture.with("model", "no"), "404 model-not-found"),
                arguments("negative seed", picture.seed(-1), "400 invalid-request"),
                arguments("seed over 32 bits", picture.seed(1L << 32), "400 invalid-request"),
                arguments("text as number", picture.with("steps", "many"), "400 invalid-request"),
                arguments("unknown field", picture.with("stepz", 4), "400 invalid-request"),
                arguments("guidance", picture.with("cfg_scale", 31), "400 invalid-request"),
                arguments("scheduler", picture.with("scheduler", "no"), "400 invalid-request"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("requests")
    void requestIsRefused(String what, Wanted wanted, String problem) {
        Answer answer = person.submit(wanted);

        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
        assertThat(answer.json().get("trace_id").asText()).isNotEmpty();
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
    }

    @Test
    void refusedRequestsCostNothing() {
        requests().forEach(request -> person.submit((Wanted) request.get()[1]));

        assertThat(person.balance().get("available").asLong()).isEqualTo(1_000);
        assertThat(person.get("queue/items").json().get("items")).isEmpty();
    }

    @Test
    void promptOfAHundredThousandCharactersIsRefused() {
        Answer answer = person.submit(Wanted.aPicture().of("a".repeat(100_000)));

        assertThat(answer.problem()).isIn("400 invalid-request", "413 body-too-large");
    }

    @Test
    void hugeBodyIsTooLarge() {
        Answer answer = person.submit(Wanted.aPicture().of("a".repeat(3_000_000)));

        assertThat(answer.problem()).isEqualTo("413 body-too-large");
    }

    @Test
    void unknownFieldIsNamed() {
        Answer answer = person.submit(Wanted.aPicture().with("stepz", 4));

        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/stepz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"prompt\":\"a\",}", "{\"prompt\":[]}"})
    void malformedJsonIsRefused(String body) {
        assertThat(person.post(ROUTE, body).problem()).isEqualTo("400 invalid-request");
    }

    @Test
    void wrongMediaTypeIsRefused() {
        Answer answer =
                client.post(
                        person.token(),
                        ROUTE,
                        "text/plain",
                        BodyPublishers.ofString("a red house"));

        assertThat(answer.problem()).isEqualTo("415 unsupported-media-type");
    }

    @Test
    void requestWithoutTokenIsRefused() {
        assertThat(client.get(null, "users/me").problem()).isEqualTo("401 token-missing");
        assertThat(client.post(null, ROUTE, Wanted.aPicture().json()).problem())
                .isEqualTo("401 token-missing");
    }

    @Test
    void badTokenIsRefused() {
        String token = person.token();
        String tampered = token.substring(0, token.length() - 8) + "AAAAAAAA";
        // alg none: {"alg":"none"}.{"sub":"x"}.
        String unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";

        assertThat(client.get("nonsense", "users/me").problem()).isEqualTo("401 token-invalid");
        assertThat(client.get(tampered, "users/me").problem()).isEqualTo("401 token-invalid");
        assertThat(client.get(unsigned, "users/me").problem()).isEqualTo("401 token-invalid");
    }

    @Test
    void expiredTokenIsRefused() {
        String expired = ForgedToken.expiredFor(person);

        assertThat(client.get(expired, "users/me").problem()).isEqualTo("401 token-expired");
    }

    @Test
    void modelOfAHigherTierIsRefused() {
        String id = "higher-tier";
        Database.column(
                "models",
                "INSERT INTO models.model (id, name, base, type, licence, digest, manifest, status)"
                        + " SELECT ?, 'Higher tier', 'sdxl', type, licence, digest,"
                        + " jsonb_set(jsonb_set(manifest, '{id}', to_jsonb(?::text)),"
                        + " '{base}', '\"sdxl\"'), status FROM models.model WHERE id = 'tiny'"
                        + " ON CONFLICT (id) DO UPDATE SET status = 'ACTIVE', reason = NULL"
                        + " RETURNING id",
                id,
                id);

        Answer answer = person.submit(Wanted.aPicture().with("model", id));

        assertThat(answer.problem()).isEqualTo("403 model-not-in-tier");
        assertThat(person.get("models").with(200).toString()).doesNotContain(id);
    }

    @Test
    void whoHasNoCreditsIsToldHowManyAreMissing() {
        Person poor = EndToEnd.newcomer();
        UUID hold = UUID.randomUUID();
        poor.balance();
        Database.column("payments", "SELECT reserve_credits(?, ?, 950, 1000)", poor.id(), hold);
        try {
            Answer answer = poor.submit(Wanted.aPicture());

            assertThat(answer.problem()).isEqualTo("402 insufficient-credits");
            assertThat(answer.json().get("credits_available").asLong()).isEqualTo(50);
            assertThat(answer.json().get("credits_required").asLong()).isEqualTo(100);
        } finally {
            Database.column("payments", "SELECT end_hold(?, 0, 'RELEASED')", hold);
        }
    }

    @Test
    void whoWaitsForTooManyJobsMayComeBackLaterWithTheSameKey() {
        Person eager = EndToEnd.newcomer();
        Wanted wanted = Wanted.aPicture().steps(30);
        String key;
        Answer answer;
        int tries = 0;
        do {
            key = UUID.randomUUID().toString();
            answer = eager.submit(wanted, key);
            tries++;
        } while (answer.status() == 202 && tries < 12);

        assertThat(answer.problem()).isEqualTo("429 queue-full");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        eager.post("queue/clear", "").with(200);
        assertThat(eager.submit(wanted, key).status()).isEqualTo(202);
    }
}
