package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

/** What is learned from jobs that ended is told to those who wait, and to Prometheus. */
class QueueStatusIT {
    private final Person person = EndToEnd.newcomer();

    @Test
    void endedJobsTeachHowLongOthersWait() {
        person.completed(person.order(Wanted.aPicture()));

        JsonNode status =
                Eventually.get(
                        Duration.ofSeconds(20),
                        "what the job taught",
                        () -> person.get("queue/status").with(200).json(),
                        seen -> seen.get("eta_p90_hit_share").isNumber());

        assertThat(status.get("waiting").asInt()).isZero();
        assertThat(status.get("running").asInt()).isZero();
        assertThat(status.get("workers").asInt()).isPositive();
        assertThat(status.get("paused").asBoolean()).isFalse();
        assertThat(status.get("tiers"))
                .extracting(tier -> tier.get("tier").asText())
                .containsExactly("free", "starter", "pro", "studio", "enterprise");
        assertThat(status.get("tiers").get(0).get("wait_seconds_p90").isNumber()).isTrue();

        JsonNode estimate =
                person.post("generate/estimate", Wanted.aPicture().json()).with(200).json();
        assertThat(estimate.get("estimated_seconds_p90").asDouble())
                .isGreaterThanOrEqualTo(estimate.get("estimated_seconds").asDouble());
        assertThat(estimate.get("people_ahead").isInt()).isTrue();
    }

    @Test
    void measuresOfTheServerAreNotForThePublic() {
        assertThat(person.client().get(null, "/metrics").status()).isEqualTo(404);
    }

    @Test
    void measuresAreForAdministratorsAlone() {
        assertThat(person.get("admin/metrics").status()).isEqualTo(403);

        Answer measures = EndToEnd.admin().get("admin/metrics").with(200);
        assertThat(measures.header("Content-Type"))
                .startsWith("text/plain")
                .contains("version=0.0.4");
        assertThat(new String(measures.bytes(), StandardCharsets.UTF_8))
                .contains("generation_jobs_waiting{tier=\"enterprise\"} ")
                .contains("generation_jobs_ended_total{outcome=\"completed\"} ")
                .contains("generation_workers{device=");
    }
}
