package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aJob;
import static studio.pingvas.generation.jobs.Samples.aPlan;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class ForecastTest {
    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void anEmptyLineHasNobodyAhead() {
        assertThat(positionOfNew(Tier.FREE)).isEqualTo(1);
    }

    @Test
    void theLineCountsTheHigherTiersAndTheOlderJobs() {
        GenerationJob free = add(Tier.FREE);
        GenerationJob pro = add(Tier.PRO);
        GenerationJob secondFree = add(Tier.FREE);

        assertThat(positionOf(pro)).isEqualTo(1);
        assertThat(positionOf(free)).isEqualTo(2);
        assertThat(positionOf(secondFree)).isEqualTo(3);
        assertThat(positionOfNew(Tier.FREE)).isEqualTo(4);
        assertThat(positionOfNew(Tier.STUDIO)).isEqualTo(1);
    }

    @Test
    void theSecondsOfWhatIsAheadAddUp() {
        add(Tier.FREE);
        add(Tier.FREE);

        double seconds =
                ForTests.withForecast(database, forecast -> forecast.forNewJob(Tier.FREE))
                        .seconds();
        assertThat(seconds).isEqualTo(0.31);
    }

    @Test
    void withoutACompletedJobAPredictedSecondIsASecond() {
        add(Tier.FREE);

        assertThat(pace()).isEqualTo(1);
    }

    @Test
    void thePaceFollowsFromTheJobsCompletedLast() {
        GenerationJob job = add(Tier.FREE);
        GenerationDatabase.DATABASE.execute(
                "update generation.job set status = 'COMPLETED', outcome = 'COMPLETED',"
                        + " credits_used = 2, started_at = now(), finished_at = now(),"
                        + " outcome_at = now() + interval '0.31 seconds'"
                        + " where id = '"
                        + job.id()
                        + "'");

        assertThat(pace()).isEqualTo(2);
    }

    private double pace() {
        return ForTests.withForecast(database, Forecast::pace);
    }

    private GenerationJob add(Tier tier) {
        GenerationJob job = aJob(UUID.randomUUID(), aPlan(tier, 1, 5));
        return ForTests.withStore(database, store -> store.add(job, 5));
    }

    private int positionOf(GenerationJob job) {
        return ForTests.withForecast(database, forecast -> forecast.of(job)).position();
    }

    private int positionOfNew(Tier tier) {
        return ForTests.withForecast(database, forecast -> forecast.forNewJob(tier)).position();
    }
}
