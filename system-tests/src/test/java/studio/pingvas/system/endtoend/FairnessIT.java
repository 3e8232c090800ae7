package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

/** The order of the running system; the simulation in the module looks at far more of it. */
class FairnessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** What is dispatched while a submission is on its way to be seen, and the window. */
    private static final int ON_THEIR_WAY = 2;

    private static final String DISPATCHED_BETWEEN =
            "select count(*) from generation.job other, generation.job mine where mine.id = ?"
                    + " and other.user_id = ? and other.dispatched_at > mine.created_at"
                    + " and other.dispatch_serial < mine.dispatch_serial";

    @Test
    void batchHoldsUpAStrangerByNoMoreThanWhatIsOnItsWay() {
        Payer batch = payer("pro");
        Payer stranger = payer("pro");
        batch.order(40);
        batch.awaitStarted(3);

        UUID first = stranger.order(1).get(0);
        stranger.awaitEnded(1);

        assertThat(Database.number(DISPATCHED_BETWEEN, first, batch.id()))
                .isLessThanOrEqualTo(ON_THEIR_WAY);
        assertThat(batch.waiting()).isPositive();
        batch.clear();
    }

    @Test
    void enterpriseStartsNextAndStarterGoesOnMeanwhile() {
        Payer starter = payer("starter");
        Payer enterprise = payer("enterprise");
        starter.order(20);
        starter.awaitStarted(2);

        List<UUID> jobs = enterprise.order(8);
        enterprise.awaitEnded(8);

        assertThat(Database.number(DISPATCHED_BETWEEN, jobs.get(0), starter.id()))
                .isLessThanOrEqualTo(ON_THEIR_WAY);
        // Eight turns of enterprise are one of starter, and one may have been due.
        assertThat(Database.number(DISPATCHED_BETWEEN, jobs.get(7), starter.id()))
                .isLessThanOrEqualTo(ON_THEIR_WAY + 2);
        assertThat(starter.waiting()).isPositive();
        starter.clear();
    }

    @Test
    void freeUserHasOneJobUnderWayHoweverManyWait() {
        Payer free = payer("free");
        free.order(4);
        free.awaitEnded(4);

        long together =
                Database.number(
                        "select count(*) from generation.job one join generation.job other"
                                + " on other.user_id = one.user_id and other.id <> one.id"
                                + " and other.dispatched_at >= one.dispatched_at"
                                + " and other.dispatched_at < one.finished_at"
                                + " where one.user_id = ?",
                        free.id());
        assertThat(together).isZero();
    }

    /** Its credits are those of a sign-up, which is enough for these pictures. */
    private static Payer payer(String tier) {
        Person person = EndToEnd.newcomer();
        if (!tier.equals("free")) {
            EndToEnd.giveTier(person, tier);
        }
        return new Payer(person.id(), person);
    }

    /** Somebody with a tier and credits. */
    private record Payer(UUID id, Person person) {
        List<UUID> order(int jobs) {
            return IntStream.range(0, jobs)
                    .mapToObj(seed -> person.order(Wanted.aPicture().steps(16).seed(seed)))
                    .map(UUID::fromString)
                    .toList();
        }

        void awaitStarted(int jobs) {
            await("dispatched_at is not null", jobs);
        }

        void awaitEnded(int jobs) {
            await("finished_at is not null", jobs);
        }

        long waiting() {
            return count("status = 'QUEUED' and outcome is null");
        }

        void clear() {
            person.post("queue/clear", "{}").with(200);
        }

        private void await(String condition, int jobs) {
            Eventually.get(
                    PATIENCE, "jobs with " + condition, () -> count(condition), n -> n >= jobs);
        }

        private long count(String condition) {
            return Database.number(
                    "select count(*) from generation.job where user_id = ? and " + condition, id);
        }
    }
}
