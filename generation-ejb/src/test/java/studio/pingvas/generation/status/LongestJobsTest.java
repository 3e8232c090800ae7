package studio.pingvas.generation.status;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobGlance;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class LongestJobsTest {
    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void oldestOfAllTiersComesFirst() {
        UUID pro = add(Tier.PRO);
        UUID free = add(Tier.FREE);
        UUID enterprise = add(Tier.ENTERPRISE);

        assertThat(ask(jobs -> jobs.waiting(10)))
                .extracting(JobGlance::jobId)
                .containsExactly(pro, free, enterprise);
        assertThat(ask(jobs -> jobs.waiting(2)))
                .extracting(JobGlance::jobId)
                .containsExactly(pro, free);
        assertThat(ask(jobs -> jobs.running(10))).isEmpty();
    }

    @Test
    void runningJobIsShownWithItsWorker() {
        UUID job = add(Tier.PRO);
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(Reports.started(job, new Attempt(0, 1), "worker-1"));
                    return null;
                });

        assertThat(ask(jobs -> jobs.waiting(10))).isEmpty();
        JobGlance glance = ask(jobs -> jobs.running(10)).get(0);
        assertThat(glance.worker()).isEqualTo("worker-1");
        assertThat(glance.tier()).isEqualTo(Tier.PRO);
        assertThat(glance.attempt()).isEqualTo(1);
    }

    private UUID add(Tier tier) {
        GenerationJob job = aJob(UUID.randomUUID(), aPlan(tier, 1, 5));
        return ForTests.add(database, job, 5).id();
    }

    private List<JobGlance> ask(Function<LongestJobs, List<JobGlance>> question) {
        return database.inTransaction(
                entities -> {
                    LongestJobs jobs = new LongestJobs();
                    jobs.entities = entities;
                    return question.apply(jobs);
                });
    }
}
