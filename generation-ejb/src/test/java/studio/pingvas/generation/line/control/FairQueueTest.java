package studio.pingvas.generation.line.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Tier;

/** The bounds of the decision record "Fair queueing in two levels", in simulated time. */
class FairQueueTest {
    private static final int UNLIMITED = 1_000_000;
    private static final double DAY = 86_400;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @RepeatedTest(5)
    void underFullLoadTheTiersShareByTheirWeights() {
        SimulatedLine line = new SimulatedLine(4);
        for (Tier tier : Tier.values()) {
            for (int user = 0; user < 5; user++) {
                submitMany(line, line.user(tier, UNLIMITED), tier, 1_000);
            }
        }
        line.runJobs(1_000);

        Map<Tier, Double> seconds =
                line.dispatched.stream()
                        .collect(
                                Collectors.groupingBy(
                                        job -> job.tier,
                                        Collectors.summingDouble(job -> job.seconds)));
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        SimulatedLine.WEIGHTS.forEach(
                (tier, weight) ->
                        assertThat(seconds.get(tier))
                                .as("%s with seed %d", tier, seed)
                                .isCloseTo(all * weight / 31, withPercentage(5)));
    }

    @RepeatedTest(5)
    void usersOfATierShareEquallyHoweverManyJobsTheyHave() {
        SimulatedLine line = new SimulatedLine(3);
        List<UUID> users = new ArrayList<>();
        for (int user = 0; user < 5; user++) {
            users.add(line.user(Tier.PRO, UNLIMITED));
            submitMany(line, users.get(user), Tier.PRO, 500 * (1 + user));
        }
        line.runJobs(1_000);

        for (UUID user : users) {
            double own =
                    line.dispatched.stream()
                            .filter(job -> job.userId.equals(user))
                            .mapToDouble(job -> job.seconds)
                            .sum();
            assertThat(own).as("seed %d", seed).isCloseTo(400, withPercentage(5));
        }
    }

    @RepeatedTest(5)
    void batchDelaysAStrangersFirstJobByWhatRunsAndLiesInTheWindow() {
        int workers = 1 + random.nextInt(8);
        SimulatedLine line = new SimulatedLine(workers);
        submitMany(line, line.user(Tier.STARTER, UNLIMITED), Tier.STARTER, 1_000);
        double at = 1 + 60 * random.nextDouble();
        SimulatedJob first = line.submit(line.user(Tier.STARTER, 1), Tier.STARTER, seconds(), at);
        line.runUntil(DAY);

        List<SimulatedJob> between =
                line.started.stream()
                        .filter(job -> job.startedAt > at && job.startedAt <= first.startedAt)
                        .filter(job -> job != first)
                        .toList();
        assertThat(between)
                .as("%d workers, seed %d", workers, seed)
                .hasSizeLessThanOrEqualTo(workers)
                .allMatch(job -> job.dispatchedAt <= at);
    }

    @Test
    void freeUserWaitsNoLongerThanTheBoundWhileEnterpriseWantsEverything() {
        int workers = 4;
        SimulatedLine line = new SimulatedLine(workers);
        double longest = 10;
        List<UUID> enterprise = new ArrayList<>();
        for (int user = 0; user < 10; user++) {
            enterprise.add(line.user(Tier.ENTERPRISE, 20));
        }
        for (double at = 0; at < DAY; at += 5.0 / workers) {
            UUID user = enterprise.get(random.nextInt(10));
            line.submit(user, Tier.ENTERPRISE, longest * random.nextDouble(), at);
            line.submit(user, Tier.ENTERPRISE, longest * random.nextDouble(), at);
        }
        UUID free = line.user(Tier.FREE, 1);
        for (double at = 100 * random.nextDouble(); at < DAY; at += 2 * longest * 17) {
            line.submit(free, Tier.FREE, longest * random.nextDouble(), at);
        }
        line.runUntil(DAY);

        assertThat(longestWaitOfHead(line, free))
                .as("seed %d", seed)
                .isPositive()
                .isLessThan(longestWaitOfFree(longest, workers));
    }

    /**
     * The decision record's bound: of enterprise 16 jobs as long as the last one of free and one
     * more; what runs; and in the window the jobs before it and those that overtake it.
     */
    private static double longestWaitOfFree(double longest, int workers) {
        double line = (16 + 1) * longest / workers;
        double window = Math.ceil((3.0 * workers - 2) / workers) * longest;
        return line + longest + window;
    }

    /** From when it was its tier's first, which is when it came or the one before was sent. */
    private static double longestWaitOfHead(SimulatedLine line, UUID user) {
        double before = 0;
        double longest = 0;
        for (SimulatedJob job : line.started) {
            if (job.userId.equals(user)) {
                longest = Math.max(longest, job.startedAt - Math.max(before, job.acceptedAt));
                before = job.dispatchedAt;
            }
        }
        return longest;
    }

    @RepeatedTest(5)
    void nobodyHasMoreUnderWayThanTheTierAllows() {
        SimulatedLine line = new SimulatedLine(30);
        for (Tier tier : Tier.values()) {
            submitMany(line, line.user(tier, 1 + tier.ordinal()), tier, 200);
        }
        line.runUntil(DAY);

        assertThat(line.mostUnderWay).as("seed %d", seed).isZero();
        assertThat(line.started).hasSize(1_000);
    }

    @Test
    void enterpriseStartsNextAndStarterGetsItsShareMeanwhile() {
        SimulatedLine line = new SimulatedLine(2);
        submitMany(line, line.user(Tier.STARTER, UNLIMITED), Tier.STARTER, 1_000);
        double at = 30;
        UUID enterprise = line.user(Tier.ENTERPRISE, 20);
        List<SimulatedJob> jobs = new ArrayList<>();
        for (int job = 0; job < 20; job++) {
            jobs.add(line.submit(enterprise, Tier.ENTERPRISE, seconds(), at));
        }
        line.runUntil(DAY);

        List<SimulatedJob> after =
                line.dispatched.stream().filter(job -> job.dispatchedAt > at).toList();
        assertThat(after.get(0)).isSameAs(jobs.get(0));
        List<SimulatedJob> meanwhile = after.subList(0, after.indexOf(jobs.get(19)));
        double starter =
                meanwhile.stream()
                        .filter(job -> job.tier == Tier.STARTER)
                        .mapToDouble(job -> job.seconds)
                        .sum();
        double all = meanwhile.stream().mapToDouble(job -> job.seconds).sum();
        // One job more than the share: jobs cannot be divided.
        assertThat(starter).as("seed %d", seed).isLessThanOrEqualTo(all * 2 / 18 + 3);
    }

    @RepeatedTest(20)
    void noWorkerIsIdleWhileSomebodyMayBeServedAndNoJobIsForgotten() {
        SimulatedLine line = new SimulatedLine(1 + random.nextInt(6));
        List<UUID> users = new ArrayList<>();
        for (int user = 0; user < 12; user++) {
            users.add(line.user(Tier.values()[user % 5], 1 + random.nextInt(4)));
        }
        for (int job = 0; job < 400; job++) {
            int user = random.nextInt(12);
            double at = 300 * random.nextDouble();
            line.submit(users.get(user), Tier.values()[user % 5], seconds(), at);
        }
        for (double time = 1; time < 2_000; time += 1) {
            line.runUntil(time);
            assertThat(line.isIdle() && line.somebodyIsReady()).as("seed %d", seed).isFalse();
        }

        assertThat(line.started).as("seed %d", seed).hasSize(400).doesNotHaveDuplicates();
        assertThat(line.mostUnderWay).isNotPositive();
        for (UUID user : users) {
            assertThat(line.dispatched)
                    .filteredOn(job -> job.userId.equals(user))
                    .extracting(job -> job.acceptedAt)
                    .isSorted();
        }
    }

    @Test
    void newcomersWithoutEndDoNotGoBeforeWhoCameFirst() {
        SimulatedLine line = new SimulatedLine(1);
        List<SimulatedJob> firsts = new ArrayList<>();
        for (int user = 0; user < 20; user++) {
            firsts.add(line.submit(line.user(Tier.FREE, 1), Tier.FREE, 1, 0));
        }
        for (double at = 0.1; at < 100; at += 0.5) {
            line.submit(line.user(Tier.FREE, 1), Tier.FREE, 1, at);
        }
        line.runUntil(DAY);

        assertThat(firsts).allMatch(job -> job.startedAt < 20);
    }

    @Test
    void whoWasIdleHasSavedNothingUp() {
        SimulatedLine line = new SimulatedLine(1);
        UUID busy = line.user(Tier.PRO, UNLIMITED);
        submitMany(line, busy, Tier.PRO, 200);
        UUID late = line.user(Tier.PRO, UNLIMITED);
        for (int job = 0; job < 100; job++) {
            line.submit(late, Tier.PRO, 2, 100);
        }
        line.runUntil(150);

        double ofLate =
                line.started.stream()
                        .filter(job -> job.userId.equals(late))
                        .mapToDouble(job -> job.seconds)
                        .sum();
        assertThat(ofLate).as("seed %d", seed).isBetween(20.0, 30.0);
    }

    @Test
    void tierThatWasIdleHasSavedNothingUp() {
        SimulatedLine line = new SimulatedLine(1);
        submitMany(line, line.user(Tier.STUDIO, UNLIMITED), Tier.STUDIO, 400);
        UUID late = line.user(Tier.FREE, UNLIMITED);
        for (int job = 0; job < 50; job++) {
            line.submit(late, Tier.FREE, 2, 200);
        }
        line.runUntil(290);

        // Of 90 seconds one ninth, and what cannot be divided.
        double ofLate =
                line.started.stream()
                        .filter(job -> job.userId.equals(late))
                        .mapToDouble(job -> job.seconds)
                        .sum();
        assertThat(ofLate).as("seed %d", seed).isBetween(6.0, 14.0);
    }

    @Test
    void jobsThatAreSaidToTakeNoTimeHoldNobodyUp() {
        SimulatedLine line = new SimulatedLine(1);
        UUID swift = line.user(Tier.FREE, UNLIMITED);
        for (int job = 0; job < 100; job++) {
            line.submit(swift, Tier.FREE, 0, 0);
        }
        SimulatedJob other = line.submit(line.user(Tier.FREE, 1), Tier.FREE, 1, 0);
        line.runUntil(DAY);

        assertThat(line.dispatched.indexOf(other)).isLessThan(3);
    }

    private void submitMany(SimulatedLine line, UUID user, Tier tier, int jobs) {
        for (int job = 0; job < jobs; job++) {
            line.submit(user, tier, seconds(), 0);
        }
    }

    private double seconds() {
        return 1 + 2 * random.nextDouble();
    }
}
