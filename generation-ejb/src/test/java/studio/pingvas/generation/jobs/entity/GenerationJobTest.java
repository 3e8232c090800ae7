package studio.pingvas.generation.jobs.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.pingvas.generation.jobs.Samples.aJob;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.pingvas.contracts.generation.message.Attempt;

class GenerationJobTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Attempt FIRST = new Attempt(1, 1);
    private static final Attempt SECOND = new Attempt(1, 2);

    @ParameterizedTest
    @EnumSource(
            value = JobStatus.class,
            names = {"COMPLETED", "FAILED", "CANCELLED"})
    void anEndedJobBecomesNothingElse(JobStatus end) {
        for (JobStatus next : JobStatus.values()) {
            assertThat(end.canBecome(next)).isFalse();
        }
    }

    @Test
    void aWaitingJobCannotBeCompleted() {
        GenerationJob job = aJob();

        assertThatThrownBy(() -> job.decide(JobStatus.COMPLETED, Actor.SYSTEM, NOW))
                .isInstanceOf(IllegalJobStatusChangeException.class);
    }

    @Test
    void everyDispatchHasANewNumber() {
        GenerationJob job = aJob();
        job.dispatch(1, NOW);
        job.requeue();
        job.dispatch(1, NOW);

        assertThat(job.delivery().dispatchNumber()).isEqualTo(2);
    }

    @Test
    void aRedeliveredJobStartsAgainAndCountsTheAttempt() {
        GenerationJob job = aRunningJob();
        job.startOn("other worker", SECOND, NOW);

        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job.delivery().attempts()).isEqualTo(2);
    }

    @Test
    void reportsOfAnOlderAttemptDoNotCount() {
        GenerationJob job = aRunningJob();
        job.startOn("other worker", SECOND, NOW);

        assertThat(job.follows(FIRST)).isFalse();
        assertThat(job.follows(SECOND)).isTrue();
        assertThat(job.follows(new Attempt(2, 1))).isFalse();
    }

    @Test
    void theFirstDecisionHolds() {
        GenerationJob job = aRunningJob();

        assertThat(job.decide(JobStatus.COMPLETED, Actor.SYSTEM, NOW)).isTrue();
        assertThat(job.decide(JobStatus.CANCELLED, Actor.SYSTEM, NOW)).isFalse();
        assertThat(job.outcome()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aDecidedJobFollowsNoAttempt() {
        GenerationJob job = aRunningJob();
        job.decide(JobStatus.CANCELLED, Actor.SYSTEM, NOW);

        assertThat(job.follows(FIRST)).isFalse();
    }

    @Test
    void anEndIsVisibleOnce() {
        GenerationJob job = aRunningJob();
        job.decide(JobStatus.COMPLETED, Actor.SYSTEM, NOW);

        assertThat(job.end(2, 0, NOW)).isTrue();
        assertThat(job.end(2, 0, NOW)).isFalse();
        assertThat(job.ending().creditsUsed()).isEqualTo(2);
        assertThat(job.ending().creditsRefunded()).isNull();
    }

    private static GenerationJob aRunningJob() {
        GenerationJob job = aJob();
        job.dispatch(1, NOW);
        job.startOn("worker", FIRST, NOW);
        return job;
    }
}
