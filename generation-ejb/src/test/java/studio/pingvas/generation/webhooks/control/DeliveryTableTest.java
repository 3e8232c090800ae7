package studio.pingvas.generation.webhooks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.WebhookDeliveryView;
import studio.pingvas.contracts.generation.WebhookDeliveryView.Status;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class DeliveryTableTest {
    private static final String URL = "https://hooks.example.test/a";
    private static final Outcome YES = Outcome.answered(204, 12);
    private static final Outcome NO = Outcome.failed("Connection refused", 3);

    private final WebhookFixture webhooks = new WebhookFixture();
    private final DeliveryTable table = webhooks.table();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void jobWithoutWebhookOwesNothing() {
        webhooks.endedJob(ann, null);

        assertThat(webhooks.database.owed.fired()).isEmpty();
        assertThat(claim()).isEmpty();
    }

    @Test
    void endedJobIsReportedOnceAndByOneNode() {
        GenerationJob job = webhooks.endedJob(ann, URL);

        DueDelivery due = claim().orElseThrow();
        assertThat(due.jobId()).isEqualTo(job.id());
        assertThat(due.userId()).isEqualTo(ann);
        assertThat(due.url()).isEqualTo(URL);
        assertThat(due.event()).isEqualTo("cancelled");
        assertThat(due.seq()).isEqualTo(2);
        assertThat(due.attempt()).isEqualTo(1);
        assertThat(webhooks.due.fired()).hasSize(1);
        assertThat(claim()).isEmpty();

        table.delivered(due, YES);
        makeDue();
        assertThat(claim()).isEmpty();
        WebhookDeliveryView seen = view(job);
        assertThat(seen.status()).isEqualTo(Status.DELIVERED);
        assertThat(seen.deliveredAt()).isNotNull();
        assertThat(seen.nextAttemptAt()).isNull();
        assertThat(seen.attempts())
                .singleElement()
                .satisfies(
                        attempt -> {
                            assertThat(attempt.number()).isEqualTo(1);
                            assertThat(attempt.statusCode()).isEqualTo(204);
                            assertThat(attempt.error()).isNull();
                            assertThat(attempt.milliseconds()).isEqualTo(12);
                        });
    }

    @Test
    void reportOfANodeThatDiedIsClaimedAgain() {
        webhooks.endedJob(ann, URL);
        claim().orElseThrow();

        makeDue();
        assertThat(claim()).hasValueSatisfying(due -> assertThat(due.attempt()).isEqualTo(2));
    }

    @Test
    void whatWasNotTakenWaitsAndIsSeen() {
        GenerationJob job = webhooks.endedJob(ann, URL);

        table.putOff(claim().orElseThrow(), NO, Duration.ofMinutes(5));

        assertThat(claim()).isEmpty();
        WebhookDeliveryView seen = view(job);
        assertThat(seen.status()).isEqualTo(Status.WAITING);
        assertThat(seen.nextAttemptAt())
                .isBetween(
                        seen.attempts().get(0).at().plusSeconds(290),
                        seen.attempts().get(0).at().plusSeconds(310));
        assertThat(seen.attempts().get(0).statusCode()).isNull();
        assertThat(seen.attempts().get(0).error()).isEqualTo("Connection refused");
    }

    @Test
    void whatIsGivenUpIsNotSentAgain() {
        GenerationJob job = webhooks.endedJob(ann, URL);

        table.giveUp(claim().orElseThrow(), Outcome.answered(410, 5));

        makeDue();
        assertThat(claim()).isEmpty();
        assertThat(view(job).status()).isEqualTo(Status.GIVEN_UP);
    }

    @Test
    void reportsOfBusyUsersAreLeftForLater() {
        webhooks.endedJob(ann, URL);
        webhooks.endedJob(bob, URL);

        assertThat(table.claim(List.of(ann, UUID.randomUUID())))
                .hasValueSatisfying(due -> assertThat(due.userId()).isEqualTo(bob));
        assertThat(table.claim(List.of(ann, bob))).isEmpty();
    }

    @Test
    void firstAttemptsComeBeforeRepeatedOnes() {
        webhooks.endedJob(ann, URL);
        table.putOff(claim().orElseThrow(), NO, Duration.ofHours(1));
        makeDue();
        webhooks.endedJob(bob, URL);

        assertThat(claim()).hasValueSatisfying(due -> assertThat(due.userId()).isEqualTo(bob));
        assertThat(claim()).hasValueSatisfying(due -> assertThat(due.userId()).isEqualTo(ann));
    }

    @Test
    void deliveredReportCanBeSentAgainAfterARest() {
        GenerationJob job = webhooks.endedJob(ann, URL);
        UUID id = view(job).id();
        table.delivered(claim().orElseThrow(), YES);

        assertThat(table.resend(id, 20, Duration.ofSeconds(10))).isFalse();
        assertThat(table.resend(id, 20, Duration.ZERO)).isTrue();
        assertThat(view(job).status()).isEqualTo(Status.WAITING);
        table.giveUp(claim().orElseThrow(), NO);
        assertThat(view(job).attempts()).hasSize(2);

        assertThat(table.resend(id, 2, Duration.ZERO)).isFalse();
    }

    @Test
    void reportThatIsOnItsWayIsNotSentTwice() {
        GenerationJob job = webhooks.endedJob(ann, URL);
        claim().orElseThrow();

        assertThat(table.resend(view(job).id(), 20, Duration.ZERO)).isFalse();
    }

    @Test
    void strangersSeeNoReports() {
        GenerationJob job = webhooks.endedJob(ann, URL);

        assertThat(webhooks.views().of(bob, job.id())).isEmpty();
    }

    @Test
    void oldReportsAreForgotten() {
        GenerationJob old = webhooks.endedJob(ann, URL);
        table.delivered(claim().orElseThrow(), YES);
        GenerationDatabase.DATABASE.execute(
                "update generation.webhook_delivery set created_at = now() - interval '31 days'");
        GenerationJob young = webhooks.endedJob(ann, URL);

        assertThat(table.forgetOld()).isEqualTo(1);

        assertThat(webhooks.views().of(ann, old.id())).isEmpty();
        assertThat(webhooks.views().of(ann, young.id())).hasSize(1);
    }

    @Test
    void jobEndsOnce() {
        webhooks.endedJob(ann, URL);

        assertThatThrownBy(
                        () ->
                                GenerationDatabase.DATABASE.execute(
                                        "insert into generation.webhook_delivery"
                                                + " (id, job_id, user_id, seq, event)"
                                                + " select gen_random_uuid(), job_id, user_id, 3,"
                                                + " 'failed' from generation.webhook_delivery"))
                .hasStackTraceContaining("webhook_delivery_job_id_key");
    }

    private Optional<DueDelivery> claim() {
        return table.claim(List.of());
    }

    private WebhookDeliveryView view(GenerationJob job) {
        return webhooks.views().of(job.userId(), job.id()).get(0);
    }

    private static void makeDue() {
        GenerationDatabase.DATABASE.execute(
                "update generation.webhook_delivery set next_attempt_at = now()"
                        + " where status = 'WAITING'");
    }
}
