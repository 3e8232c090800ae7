package studio.pingvas.generation.status;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobCounts;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class LineCountsTest {
    private static final Plan FREE = aPlan(Tier.FREE, 1, 100);
    private static final Plan PRO = aPlan(Tier.PRO, 3, 100);

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void emptyQueueHasAllTiersAndNoJobs() {
        assertThat(byTier()).hasSize(Tier.values().length);
        assertThat(byTier().values())
                .allSatisfy(line -> assertThat(line.jobs()).isEqualTo(JobCounts.NONE))
                .noneMatch(TierCounts::paused);
        assertThat(of(ann)).isEqualTo(JobCounts.NONE);
    }

    @Test
    void jobsOfUsersAtTheirCapAreCountedLikeAllOthers() {
        start(add(ann, FREE));
        add(ann, FREE);
        add(ann, FREE);
        add(bob, FREE);
        start(add(UUID.randomUUID(), PRO));

        assertThat(byTier().get(Tier.FREE).jobs()).isEqualTo(new JobCounts(3, 1));
        assertThat(byTier().get(Tier.PRO).jobs()).isEqualTo(new JobCounts(0, 1));
        assertThat(of(ann)).isEqualTo(new JobCounts(2, 1));
        assertThat(of(bob)).isEqualTo(new JobCounts(1, 0));
    }

    @Test
    void jobThatIsSentButNotStartedStillWaits() {
        GenerationJob job = add(ann, FREE);
        ForTests.change(database, job.id(), waiting -> waiting.dispatch(1, waiting.createdAt()));

        assertThat(byTier().get(Tier.FREE).jobs()).isEqualTo(new JobCounts(1, 0));
        assertThat(of(ann)).isEqualTo(new JobCounts(1, 0));
    }

    @Test
    void pausedTierIsTold() {
        GenerationDatabase.DATABASE.execute(
                "update generation.tier_line set paused = true, changed_at = now(), changed_by ="
                        + " 'admin' where tier = 'PRO'");

        assertThat(byTier().get(Tier.PRO).paused()).isTrue();
        assertThat(byTier().get(Tier.FREE).paused()).isFalse();
    }

    private GenerationJob add(UUID user, Plan plan) {
        return ForTests.add(database, aJob(user, plan), 100);
    }

    private void start(GenerationJob job) {
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(Reports.started(job.id(), new Attempt(0, 1), "worker"));
                    return null;
                });
    }

    private Map<Tier, TierCounts> byTier() {
        return counts(LineCounts::byTier).stream()
                .collect(Collectors.toMap(TierCounts::tier, line -> line));
    }

    private JobCounts of(UUID user) {
        return counts(counts -> counts.of(user));
    }

    private <T> T counts(Function<LineCounts, T> question) {
        return database.inTransaction(
                entities -> {
                    LineCounts counts = new LineCounts();
                    counts.entities = entities;
                    return question.apply(counts);
                });
    }
}
