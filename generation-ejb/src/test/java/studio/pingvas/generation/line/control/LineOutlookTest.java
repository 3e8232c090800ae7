package studio.pingvas.generation.line.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.generation.line.entity.Before;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.TierTags;
import studio.pingvas.generation.line.entity.UserBacklog;

/** What is told of the line is what comes when the queue is played forward. */
class LineOutlookTest {
    private static final Set<Tier> NOTHING_PAUSED = EnumSet.noneOf(Tier.class);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<Tier, TierTags> tags = new EnumMap<>(Tier.class);
    private final Map<UUID, UserBacklog> users = new HashMap<>();

    @RepeatedTest(10)
    void everyJobComesWhereItWasSaidToComeButForOneOfEachOtherTier() {
        fillAtRandom(40, 12);
        Map<UUID, List<Integer>> places = playForward();
        LineOutlook outlook =
                new LineOutlook(tags, SimulatedLine.WEIGHTS, NOTHING_PAUSED, users.values());

        places.forEach(
                (id, ofUser) -> {
                    for (int job = 0; job < ofUser.size(); job++) {
                        assertThat(before(outlook, users.get(id), job).jobs())
                                .as("job %d, seed %d", job, seed)
                                .isCloseTo(ofUser.get(job), within(4));
                    }
                });
    }

    @Test
    void inOneTierAllIsExact() {
        tags.put(Tier.PRO, TierTags.NONE);
        add(Tier.PRO, 0, 1, 3, 1.0);
        UserBacklog second = add(Tier.PRO, 0, 2, 3, 1.5);
        LineOutlook outlook =
                new LineOutlook(tags, SimulatedLine.WEIGHTS, NOTHING_PAUSED, users.values());

        // Tags 0, 1, 2 and 0, 1.5, 3.
        assertThat(before(outlook, second, 0)).isEqualTo(new Before(1, 1, 1.0));
        assertThat(before(outlook, second, 1)).isEqualTo(new Before(3, 2, 3.5));
        assertThat(before(outlook, second, 2)).isEqualTo(new Before(5, 2, 6.0));
        assertThat(outlook.before(Tier.PRO, 0, Instant.ofEpochSecond(3), 0).jobs()).isEqualTo(2);
    }

    @Test
    void pausedTiersAreNotWaitedFor() {
        add(Tier.ENTERPRISE, 0, 1, 50, 1.0);
        UserBacklog free = add(Tier.FREE, 0, 2, 2, 1.0);

        assertThat(
                        before(
                                        new LineOutlook(
                                                tags,
                                                SimulatedLine.WEIGHTS,
                                                EnumSet.of(Tier.ENTERPRISE),
                                                users.values()),
                                        free,
                                        1)
                                .jobs())
                .isEqualTo(1);
    }

    @Test
    void ofAMillionJobsThePlaceIsRightToOneInAHundred() {
        for (int user = 0; user < 100_000; user++) {
            add(Tier.FREE, random.nextDouble(), user, 8, 1.0);
        }
        for (int user = 0; user < 40; user++) {
            add(Tier.ENTERPRISE, 0, user, 5_000, 2.0);
        }
        LineOutlook outlook =
                new LineOutlook(tags, SimulatedLine.WEIGHTS, NOTHING_PAUSED, users.values());

        Before newcomer = outlook.before(Tier.FREE, 0, Instant.now(), 4.5);
        // Of everybody those with tags below 4.5: four or five; then enterprise has all its turns.
        assertThat(newcomer.jobs()).isCloseTo(450_000 + 200_000, withPercentage(1));
        assertThat(newcomer.people()).isCloseTo(100_040, withPercentage(1));
        assertThat(newcomer.seconds()).isCloseTo(850_000, withPercentage(1));
    }

    private void fillAtRandom(int people, int mostJobs) {
        for (Tier tier : Tier.values()) {
            double served = 10 * random.nextDouble();
            tags.put(
                    tier,
                    new TierTags(served + random.nextDouble(), served, 5 * random.nextDouble()));
        }
        for (int user = 0; user < people; user++) {
            Tier tier = Tier.values()[random.nextInt(5)];
            double tag = tags.get(tier).virtualTime() + 3 * random.nextDouble() - 1;
            add(tier, tag, user, 1 + random.nextInt(mostJobs), 0.5 + 2 * random.nextDouble());
        }
    }

    private UserBacklog add(Tier tier, double tag, int second, int jobs, double seconds) {
        UserBacklog user =
                new UserBacklog(tier, tag, Instant.ofEpochSecond(second), jobs, jobs * seconds);
        users.put(UUID.randomUUID(), user);
        return user;
    }

    private static Before before(LineOutlook outlook, UserBacklog user, int job) {
        double own = job * user.seconds() / user.jobs();
        return outlook.before(user.tier(), user.startTag(), user.readyAt(), own);
    }

    /** How many jobs came before each job of each user. */
    private Map<UUID, List<Integer>> playForward() {
        FairQueue queue = new FairQueue(SimulatedLine.WEIGHTS);
        tags.forEach(queue::resume);
        users.forEach(
                (id, user) ->
                        queue.add(new Contender(id, user.tier(), user.startTag(), user.readyAt())));
        Map<UUID, List<Integer>> places = new HashMap<>();
        int place = 0;
        Optional<Contender> first = queue.first();
        while (first.isPresent()) {
            Contender contender = first.get();
            UserBacklog user = users.get(contender.userId());
            List<Integer> own = places.computeIfAbsent(contender.userId(), id -> new ArrayList<>());
            own.add(place++);
            Contender next = queue.serve(contender, user.seconds() / user.jobs());
            if (own.size() < user.jobs()) {
                queue.add(next);
            }
            first = queue.first();
        }
        return places;
    }
}
