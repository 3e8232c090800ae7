package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.forecast.Ahead;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.Quote;

class ForecastTest {
    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void anEmptyLineHasNobodyAhead() {
        assertThat(ofNew(Tier.FREE).ahead()).isEqualTo(Ahead.NOTHING);
        assertThat(ofNew(Tier.FREE).eta().p50()).isEqualTo(0.155);
    }

    @Test
    void theLineCountsTheHeavierTiersAndTheOlderJobs() {
        GenerationJob free = add(Tier.FREE);
        GenerationJob pro = add(Tier.PRO);
        GenerationJob secondFree = add(Tier.FREE);

        assertThat(positionOf(pro)).isEqualTo(1);
        assertThat(positionOf(free)).isEqualTo(2);
        assertThat(positionOf(secondFree)).isEqualTo(3);
        assertThat(ofNew(Tier.FREE).ahead().position()).isEqualTo(4);
        assertThat(ofNew(Tier.STUDIO).ahead().position()).isEqualTo(1);
    }

    @Test
    void ownJobsAreCountedBeforeTheNextOne() {
        UUID ann = UUID.randomUUID();
        add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        GenerationJob second = add(aJob(ann, aPlan(Tier.FREE, 1, 5)));

        assertThat(positionOf(second)).isEqualTo(2);
        Outlook third =
                ForTests.withForecast(
                        database,
                        forecast -> forecast.ofNewJob(ann, Tier.FREE, "tiny", new Quote(2, 1)));
        assertThat(third.ahead().position()).isEqualTo(3);
        assertThat(third.ahead().people()).isZero();
        add(Tier.FREE);
        assertThat(of(second).ahead().people()).isEqualTo(1);
    }

    @Test
    void whatIsAheadAddsUp() {
        UUID ann = UUID.randomUUID();
        add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        add(Tier.FREE);

        Outlook outlook = ofNew(Tier.FREE);
        // Ann's second job comes after the first one of everybody.
        assertThat(outlook.ahead().jobs()).isEqualTo(2);
        assertThat(outlook.ahead().people()).isEqualTo(2);
        assertThat(outlook.ahead().seconds()).isCloseTo(0.31, within(1e-9));
        assertThat(outlook.eta().p50()).isCloseTo(0.465, within(1e-9));
    }

    @Test
    void nobodyIsAheadOfWhoIsAlone() {
        UUID ann = UUID.randomUUID();
        GenerationJob first = add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        GenerationJob second = add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        ForTests.change(database, first.id(), job -> job.dispatch(1, job.createdAt()));

        assertThat(of(second).ahead().jobs()).isEqualTo(1);
        assertThat(of(second).ahead().people()).isZero();
    }

    @Test
    void jobThatIsSentWaitsForAWorkerAlone() {
        GenerationJob running = add(Tier.FREE);
        start(running);
        GenerationJob sent = add(Tier.FREE);
        ForTests.change(database, sent.id(), job -> job.dispatch(1, job.createdAt()));

        assertThat(of(sent).ahead()).isEqualTo(new Ahead(0, 0, 0, 1, 0.155));
    }

    @Test
    void startedJobHasAnEtaAndNoPlaceInTheLine() {
        GenerationJob job = add(Tier.FREE);
        start(job);

        Outlook outlook = of(job);
        assertThat(outlook.ahead()).isNull();
        assertThat(outlook.eta().p90()).isPositive();
        assertThat(ofNew(Tier.FREE).ahead()).isEqualTo(new Ahead(0, 0, 0, 1, 0.155));
    }

    @Test
    void pausedTierKeepsItsOrder() {
        pauseFree();
        GenerationJob first = add(Tier.FREE);
        UUID ann = UUID.randomUUID();
        GenerationJob second = add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        GenerationJob third = add(aJob(ann, aPlan(Tier.FREE, 1, 5)));
        add(Tier.PRO);

        assertThat(positionOf(first)).isEqualTo(1);
        assertThat(positionOf(second)).isEqualTo(2);
        assertThat(positionOf(third)).isEqualTo(3);
        assertThat(new JobViews().of(first, of(first)).paused()).isTrue();
        assertThat(of(first).eta()).isNull();
        assertThat(ofNew(Tier.FREE).eta()).isNull();
        assertThat(ofNew(Tier.PRO).eta()).isNotNull();
    }

    @Test
    void whatIsSentAlreadyDoesNotWaitForItsTier() {
        pauseFree();
        GenerationJob sent = add(Tier.FREE);
        ForTests.change(database, sent.id(), job -> job.dispatch(1, job.createdAt()));

        assertThat(new JobViews().of(sent, of(sent)).paused()).isFalse();
    }

    private static void pauseFree() {
        GenerationDatabase.DATABASE.execute(
                "update generation.tier_line set paused = true, changed_at = now(),"
                        + " changed_by = 'test' where tier = 'FREE'");
    }

    private void start(GenerationJob job) {
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(Reports.started(job.id(), new Attempt(0, 1), "worker"));
                    return null;
                });
    }

    private GenerationJob add(Tier tier) {
        return add(aJob(UUID.randomUUID(), aPlan(tier, 1, 5)));
    }

    private GenerationJob add(GenerationJob job) {
        return ForTests.add(database, job, 5);
    }

    private int positionOf(GenerationJob job) {
        return of(job).ahead().position();
    }

    private Outlook of(GenerationJob seen) {
        GenerationJob job =
                ForTests.withStore(database, store -> store.find(seen.id()).orElseThrow());
        return ForTests.withForecast(database, forecast -> forecast.of(job, Instant.now()));
    }

    private Outlook ofNew(Tier tier) {
        return ForTests.withForecast(
                database,
                forecast ->
                        forecast.ofNewJob(UUID.randomUUID(), tier, "tiny", new Quote(2, 0.155)));
    }
}
