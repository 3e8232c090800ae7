package studio.pingvas.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.forecast.EndedJobs.Mark;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.jobs.entity.GenerationJob;

class EndedJobsTest {
    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void jobTellsWhatItsOwnerWasToldAndWhatCameOfIt() {
        completed(
                "5 minutes",
                "device = 'cpu', expected_waiting_seconds = 1, expected_running_seconds = 2,"
                        + " told_p50_seconds = 3, told_p90_seconds = 4");

        EndedJob job = after(Mark.BEGINNING, 10).get(0);
        assertThat(job.tier()).isEqualTo(Tier.FREE);
        assertThat(job.model()).isEqualTo("tiny");
        assertThat(job.device()).isEqualTo("cpu");
        assertThat(job.predictedSeconds()).isEqualTo(0.155);
        assertThat(job.waitSeconds()).isEqualTo(10);
        assertThat(job.runSeconds()).isEqualTo(20);
        assertThat(job.totalSeconds()).isEqualTo(31);
        assertThat(job.told()).isEqualTo(new Eta(1, 2, 3, 4));
        assertThat(job.endedInTime()).isFalse();
    }

    @Test
    void whatIsToldAtTheAcceptanceIsJudgedAtTheEnd() {
        GenerationJob job = Samples.aJob();
        ForTests.addTold(database, job, 100, new Eta(1, 2, 3, 4), 1);
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.takeAll(
                            Reports.finished(
                                    job.id(), new Attempt(0, 1), "worker", "cuda", job.imageIds()));
                    transitions.end(job.id(), 2, 0);
                    return null;
                });
        update(job.id(), "finished_at = now() - interval '2 seconds'");

        EndedJob ended = after(Mark.BEGINNING, 10).get(0);
        assertThat(ended.told()).isEqualTo(new Eta(1, 2, 3, 4));
        assertThat(ended.device()).isEqualTo("cuda");
    }

    @Test
    void jobsOfEarlierReleasesWereToldNothing() {
        completed("5 minutes", "device = null");

        assertThat(after(Mark.BEGINNING, 10).get(0).told()).isNull();
        assertThat(after(Mark.BEGINNING, 10).get(0).device()).isEmpty();
    }

    @Test
    void readingGoesOnWhereItStopped() {
        completed("3 minutes", "device = 'a'");
        completed("2 minutes", "device = 'b'");
        completed("1 minute", "device = 'c'");

        List<EndedJob> first = after(Mark.BEGINNING, 2);
        assertThat(first).extracting(EndedJob::device).containsExactly("a", "b");
        List<EndedJob> second = after(first.get(1).mark(), 2);
        assertThat(second).extracting(EndedJob::device).containsExactly("c");
        assertThat(after(second.get(0).mark(), 2)).isEmpty();
        assertThat(after(ended(jobs -> jobs.newest(1)), 9))
                .extracting(EndedJob::device)
                .containsExactly("c");
    }

    @Test
    void jobsThatEndedJustNowAreLeftForTheNextTime() {
        completed("0 seconds", "device = 'a'");

        assertThat(after(Mark.BEGINNING, 10)).isEmpty();
    }

    @Test
    void forecastLearnsEachJobOnce() {
        for (int i = 0; i < 5; i++) {
            completed("5 minutes", "device = 'cpu'");
        }
        JobForecast forecast = ForecastsForTests.withoutExperience();
        forecast.ended =
                new EndedJobs() {
                    @Override
                    public Mark newest(int many) {
                        return EndedJobsTest.this.ended(jobs -> jobs.newest(many));
                    }

                    @Override
                    public List<EndedJob> after(Mark mark, int limit) {
                        return EndedJobsTest.this.after(mark, limit);
                    }
                };

        forecast.learn();
        assertThat(forecast.waiting(Tier.FREE, "tiny", 0.155, Ahead.NOTHING).p50()).isEqualTo(20);
        assertThat(forecast.waits(Tier.FREE)).contains(new JobForecast.Waits(10, 10));
        assertThat(forecast.waits(Tier.PRO)).isEmpty();

        completed(
                "1 minute",
                "expected_waiting_seconds = 0, expected_running_seconds = 2,"
                        + " told_p50_seconds = 3, told_p90_seconds = 40");
        forecast.learn();
        forecast.learn();
        assertThat(forecast.shareInTime()).contains(1.0);
    }

    @Test
    void toldTimesAreKeptAllOrNone() {
        UUID job = completed("1 minute", "device = 'cpu'");

        assertThatThrownBy(() -> update(job, "told_p50_seconds = 1"))
                .hasMessageContaining("job_told_all_or_nothing");
        assertThatThrownBy(
                        () ->
                                update(
                                        job,
                                        "expected_waiting_seconds = 0, expected_running_seconds ="
                                                + " 1, told_p50_seconds = 2, told_p90_seconds = 1"))
                .hasMessageContaining("job_p90_not_before_p50");
    }

    /** Waited for 10 seconds, ran for 20, and was ended a second later. */
    private UUID completed(String ago, String more) {
        UUID id = ForTests.add(database, Samples.aJob(), 100).id();
        update(
                id,
                ("status = 'COMPLETED', outcome = 'COMPLETED', credits_used = 2, finished_at ="
                     + " now() - interval '%1$s', outcome_at = now() - interval '%1$s' - interval"
                     + " '1 second', started_at = now() - interval '%1$s' - interval '21 seconds',"
                     + " created_at = now() - interval '%1$s' - interval '31 seconds', ")
                                .formatted(ago)
                        + more);
        return id;
    }

    private static void update(UUID id, String columns) {
        GenerationDatabase.DATABASE.execute(
                "update generation.job set " + columns + " where id = '" + id + "'");
    }

    private List<EndedJob> after(Mark mark, int limit) {
        return ended(jobs -> jobs.after(mark, limit));
    }

    private <T> T ended(Function<EndedJobs, T> question) {
        return database.inTransaction(
                entities -> {
                    EndedJobs jobs = new EndedJobs();
                    jobs.entities = entities;
                    return question.apply(jobs);
                });
    }
}
