package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;

/** Many jobs asked for as one. */
class BatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String TWELVE =
            """
            {"label": "Animals",
             "request": {"prompt": "a {animal} by the sea", "steps": 100},
             "matrix": {"prompt": {"animal": ["fox", "owl", "bear"]}, "seed": [1, 2, 3, 4]}}
            """;

    private final Person demo = EndToEnd.demo();

    @AfterEach
    void whateverHappenedTheBooksAreRight() {
        Invariants.hold();
    }

    @Test
    void aBatchIsPricedAcceptedFollowedAndCancelledAsOne() {
        long price = field(demo.post("generate/batch/estimate", TWELVE).with(200)).asLong();
        String key = "\"" + UUID.randomUUID() + "\"";

        Answer accepted = demo.post("generate/batch", TWELVE, key).with(202);
        JsonNode batch = accepted.json();
        String id = batch.get("batch_id").asText();
        assertThat(accepted.header("Location")).endsWith("/api/v1/queue/batches/" + id);
        assertThat(batch.get("count").asInt()).isEqualTo(12);
        assertThat(batch.get("estimated_credits").asLong()).isEqualTo(price);
        assertThat(demo.post("generate/batch", TWELVE, key).with(202).json().get("batch_id"))
                .isEqualTo(batch.get("batch_id"));

        Eventually.get(
                PATIENCE, "the first pictures", () -> batch(id), now -> jobs(now, "completed") > 1);
        JsonNode fifth = items(id).get(4);
        assertThat(fifth.get("values").toString())
                .isEqualTo("{\"prompt\":{\"animal\":\"owl\"},\"seed\":1}");
        assertThat(fifth.get("job").get("prompt").asText()).isEqualTo("a owl by the sea");
        assertThat(fifth.get("job").get("batch_id").asText()).isEqualTo(id);

        demo.delete("queue/batches/" + id).with(202);
        JsonNode ended =
                Eventually.get(
                        PATIENCE,
                        "the end of the batch",
                        () -> batch(id),
                        now -> now.hasNonNull("finished_at"));

        assertThat(jobs(ended, "cancelled")).isPositive();
        assertThat(jobs(ended, "completed") + jobs(ended, "cancelled")).isEqualTo(12);
        assertThat(ended.get("progress").asInt()).isEqualTo(100);
        assertThat(ended.get("credits_used").asLong() + ended.get("credits_refunded").asLong())
                .isEqualTo(price);
        assertThat(demo.delete("queue/batches/" + id).with(202).json()).isEqualTo(ended);
        assertThat(demo.get("queue/batches?limit=1").with(200).json().get("items").get(0))
                .isEqualTo(ended);
    }

    @Test
    void whatIsWrongIsNamedWhereItStandsAndNothingIsKept() {
        long before = demo.balance().get("available").asLong();

        JsonNode problem =
                demo.post(
                                "generate/batch",
                                """
                                {"request": {"prompt": "a fox", "cfg_scale": 99},
                                 "matrix": {"steps": [4, 0], "model": ["tiny", "none"]}}
                                """)
                        .with(400)
                        .json();

        assertThat(problem.get("errors").findValuesAsText("pointer"))
                .contains("/request/cfg_scale", "/matrix/steps/1", "/matrix/model/1");
        assertThat(demo.balance().get("available").asLong()).isEqualTo(before);
    }

    @Test
    void aTierThatAllowsFewerJobsGetsNone() {
        Person newcomer = EndToEnd.newcomer();
        assertThat(newcomer.post("generate/batch", TWELVE).problem())
                .isEqualTo("403 over-tier-limit");
        assertThat(newcomer.get("queue/items").with(200).json().get("items")).isEmpty();
    }

    private JsonNode batch(String id) {
        return demo.get("queue/batches/" + id).with(200).json();
    }

    private JsonNode items(String id) {
        return demo.get("queue/batches/" + id + "/items").with(200).json().get("items");
    }

    private static JsonNode field(Answer estimate) {
        return estimate.json().get("estimated_credits");
    }

    private static int jobs(JsonNode batch, String status) {
        return batch.get("jobs").get(status).asInt();
    }
}
