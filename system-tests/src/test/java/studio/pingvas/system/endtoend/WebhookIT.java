package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.client.WebhookReceiver;
import studio.pingvas.system.client.WebhookReceiver.Report;

/** Ends of jobs reported to the address of their request. */
class WebhookIT {
    private final Person person = EndToEnd.newcomer();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void endOfAJobIsReportedWithASignature() throws InterruptedException {
        String secret = person.post("webhook-secret", "").with(201).json().get("secret").asText();
        String jobId = person.order(Wanted.aPicture().with("webhook_url", receiver.url()));

        Report report = receiver.await();

        assertThat(report.isSignedWith(secret)).isTrue();
        assertThat(report.event()).isEqualTo("completed");
        assertThat(report.json().get("job_id").asText()).isEqualTo(jobId);
        assertThat(report.json().get("type").asText()).isEqualTo("completed");
        person.get(report.json().get("result").get("image_url").asText()).with(200);
        JsonNode delivery = delivery(jobId, "delivered");
        assertThat(delivery.get("id").asText()).isEqualTo(report.delivery());
        assertThat(delivery.get("attempts").get(0).get("status_code").asInt()).isEqualTo(204);

        String resend = "queue/items/" + jobId + "/webhook-deliveries/" + report.delivery();
        assertThat(person.post(resend + "/resend", "").with(429).problem())
                .isEqualTo("429 rate-limited");
        EndToEnd.newcomer().post(resend + "/resend", "").with(404);
    }

    @Test
    void receiverThatIsGoneIsLeftAlone() throws InterruptedException {
        receiver.answer(410);
        String jobId = person.order(Wanted.aPicture().with("webhook_url", receiver.url()));

        receiver.await();

        assertThat(delivery(jobId, "given_up").has("next_attempt_at")).isFalse();
    }

    @Test
    void addressOfAMetadataServiceIsRefused() {
        JsonNode problem =
                person.submit(
                                Wanted.aPicture()
                                        .with("webhook_url", "http://169.254.169.254/latest"))
                        .with(400)
                        .json();

        assertThat(problem.get("errors").get(0).get("pointer").asText()).isEqualTo("/webhook_url");
    }

    @Test
    void jobWithoutWebhookHasNoDeliveries() {
        String jobId = person.order(Wanted.aPicture());

        assertThat(deliveries(jobId)).isEmpty();
    }

    private JsonNode delivery(String jobId, String status) {
        return Eventually.get(
                        Duration.ofSeconds(20),
                        "delivery " + status,
                        () -> deliveries(jobId),
                        all -> all.size() == 1 && Person.status(all.get(0)).equals(status))
                .get(0);
    }

    private JsonNode deliveries(String jobId) {
        return person.get("queue/items/" + jobId + "/webhook-deliveries")
                .with(200)
                .json()
                .get("items");
    }
}
