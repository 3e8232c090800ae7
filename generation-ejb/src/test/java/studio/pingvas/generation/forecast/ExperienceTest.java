package studio.pingvas.generation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Tier;

class ExperienceTest {
    private static final Fleet ONE = Fleet.of(List.of("cpu"));
    private static final Fleet NOBODY = Fleet.of(List.of());

    private final Experience experience = new Experience();

    @Test
    void withoutExperienceAPredictedSecondIsASecond() {
        Eta eta = waiting("tiny", 2, Ahead.NOTHING, ONE);

        assertThat(eta.p50()).isEqualTo(2);
        assertThat(eta.p90()).isEqualTo(4);
    }

    @Test
    void oneJobTeachesMoreThanNone() {
        note(1, "tiny", "cpu", 1, 30);

        assertThat(waiting("flux", 2, Ahead.NOTHING, ONE).p50()).isEqualTo(60);
    }

    @Test
    void eachModelOnEachDeviceHasItsPace() {
        note(10, "tiny", "cpu", 1, 30);
        note(10, "tiny", "cuda", 1, 2);
        note(10, "flux", "cpu", 1, 60);

        assertThat(waiting("tiny", 1, Ahead.NOTHING, ONE).p50()).isEqualTo(30);
        assertThat(waiting("flux", 1, Ahead.NOTHING, ONE).p50()).isEqualTo(60);
        assertThat(waiting("tiny", 1, Ahead.NOTHING, Fleet.of(List.of("cuda"))).p50()).isEqualTo(2);
    }

    @Test
    void shortJobsHaveAPaceOfTheirOwn() {
        note(10, "tiny", "cpu", 0.1, 1);
        note(10, "tiny", "cpu", 10, 20);

        assertThat(waiting("tiny", 0.1, Ahead.NOTHING, ONE).p50()).isEqualTo(1);
        assertThat(waiting("tiny", 10, Ahead.NOTHING, ONE).p50()).isEqualTo(20);
    }

    @Test
    void quickDeviceTakesMostOfTheJobs() {
        note(64, "tiny", "cpu", 1, 30);
        note(64, "tiny", "cuda", 1, 2);
        Fleet both = Fleet.of(List.of("cpu", "cuda"));

        assertThat(waiting("tiny", 1, Ahead.NOTHING, both).p50()).isCloseTo(3.8, within(0.5));
    }

    @Test
    void modelThatWasNeverMadeHereIsExpectedAtThePaceOfTheDevice() {
        note(10, "tiny", "cpu", 1, 30);

        assertThat(waiting("new", 1, Ahead.NOTHING, ONE).p50()).isEqualTo(30);
        assertThat(waiting("new", 1, Ahead.NOTHING, NOBODY).p50()).isEqualTo(30);
    }

    @Test
    void aFreeWorkerMeansNoWait() {
        Ahead oneRuns = new Ahead(0, 0, 0, 1, 100);

        assertThat(waiting("tiny", 1, oneRuns, Fleet.of(List.of("cpu", "cpu"))).waiting()).isZero();
        assertThat(waiting("tiny", 1, oneRuns, ONE).waiting()).isEqualTo(50);
    }

    @Test
    void workAheadIsSharedByTheWorkers() {
        Ahead ahead = new Ahead(4, 3, 80, 4, 40);

        assertThat(waiting("tiny", 1, ahead, ONE).waiting()).isEqualTo(100);
        assertThat(waiting("tiny", 1, ahead, Fleet.of(List.of("a", "b", "c", "d"))).waiting())
                .isEqualTo(25);
    }

    @Test
    void runningJobIsJudgedByThoseThatRanAsLong() {
        for (int seconds = 1; seconds <= 10; seconds++) {
            note(1, "tiny", "cpu", 1, seconds);
        }

        Eta eta = experience.running("tiny", 1, 8.5, ONE);
        assertThat(eta.p50()).isEqualTo(1.5);
        assertThat(experience.running("tiny", 1, 20, ONE).p50()).isEqualTo(2);
    }

    @Test
    void jobOfNoPredictedWorkTeachesNoPace() {
        note(10, "tiny", "cpu", 0, 3);

        assertThat(waiting("tiny", 1, Ahead.NOTHING, ONE).p50()).isEqualTo(1);
    }

    @Test
    void nothingIsDoneInNoTime() {
        assertThat(waiting("tiny", 0, Ahead.NOTHING, ONE).p50()).isPositive();
        assertThat(experience.running("tiny", 0, 1, ONE).p50()).isPositive();
    }

    @Test
    void shareOfJobsInTimeIsThatOfThoseThatWereToldSomething() {
        assertThat(experience.inTime()).isEmpty();
        note(5, "tiny", "cpu", 1, 1);
        assertThat(experience.inTime()).isEmpty();

        Eta told = new Eta(0, 1, 1, 2);
        experience.note(job("tiny", "cpu", 1, 2, told));
        experience.note(job("tiny", "cpu", 1, 2.1, told));
        assertThat(experience.inTime().orElseThrow().mean()).isEqualTo(0.5);
    }

    private Eta waiting(String model, double predicted, Ahead ahead, Fleet fleet) {
        return experience.waiting(Tier.FREE, model, predicted, ahead, fleet);
    }

    private void note(int times, String model, String device, double predicted, double took) {
        for (int i = 0; i < times; i++) {
            experience.note(job(model, device, predicted, took, null));
        }
    }

    private static EndedJob job(
            String model, String device, double predicted, double took, Eta told) {
        return new EndedJob(
                EndedJobs.Mark.BEGINNING, Tier.FREE, model, device, predicted, 0, took, took, told);
    }
}
