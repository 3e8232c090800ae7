package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.platform.json.Json;
import studio.pingvas.web.push.FrameChannel.Ending;

class FollowerTest {
    private final FollowFixture jobs = new FollowFixture();
    private final TestChannel client = new TestChannel();
    private final UUID job = UUID.randomUUID();

    @Test
    void clientThatKeepsUpGetsEveryStep() {
        Follower follower = following(null, 0);
        jobs.happened(job, "started");
        follower.lookForEvents();
        IntStream.rangeClosed(1, 500)
                .forEach(step -> follower.progressed(FollowFixture.progress(job, step)));
        jobs.happened(job, "failed");
        follower.lookForEvents();

        assertThat(steps().stream().distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 500).boxed().toList());
        assertThat(client.types()).endsWith("progress", "failed");
    }

    @Test
    void clientThatDoesNotReadCostsAFewFramesAndHearsTheEnd() {
        Follower follower = following(null, 0);
        client.stopReading();
        jobs.happened(job, "started");
        follower.lookForEvents();
        for (int step = 1; step <= 10_000; step++) {
            follower.progressed(FollowFixture.progress(job, step));
            assertThat(follower.waiting()).isLessThanOrEqualTo(Backlog.MOST_PROGRESS + 1);
        }
        for (int other = 0; other < 300; other++) {
            UUID ended = UUID.randomUUID();
            jobs.happened(ended, "queued");
            jobs.happened(ended, "cancelled");
            follower.lookForEvents();
        }
        jobs.happened(job, "failed");
        follower.lookForEvents();
        assertThat(client.taken()).hasSize(1);

        client.readAgain();

        assertThat(client.types()).filteredOn("cancelled"::equals).hasSize(300);
        assertThat(client.types()).filteredOn("failed"::equals).hasSize(1);
        // The first frame, the steps that waited, and a frame for each event and live job.
        assertThat(client.taken().size()).isLessThanOrEqualTo(1 + Backlog.MOST_PROGRESS + 601 + 1);
        assertThat(follower.waiting()).isZero();
    }

    @Test
    void slowClientDoesNotHoldUpAQuickOne() {
        Follower slow = following(null, 0);
        client.stopReading();
        TestChannel quickClient = new TestChannel();
        Follower quick = jobs.follower(quickClient, null, 0, Runnable::run);
        for (int step = 1; step <= 100; step++) {
            slow.progressed(FollowFixture.progress(job, step));
            quick.progressed(FollowFixture.progress(job, step));
        }

        assertThat(quickClient.taken()).hasSize(100);
        assertThat(client.taken()).hasSize(1);
    }

    @Test
    void newcomerIsShownWhatIsGoingOn() {
        jobs.happened(job, "queued");
        following(null, 1).lookForEvents();

        JsonNode queued = read(client.taken().get(0));
        assertThat(client.types()).containsExactly("queued");
        assertThat(queued.get("seq").asLong()).isEqualTo(1);
        assertThat(queued.get("position").asInt()).isEqualTo(3);
        assertThat(queued.get("people_ahead").asInt()).isEqualTo(2);
        assertThat(queued.get("paused").asBoolean()).isFalse();
        assertThat(queued.get("estimated_time").asDouble()).isEqualTo(1.5);
        assertThat(queued.get("estimated_time_p90").asDouble()).isEqualTo(4.5);
    }

    @Test
    void progressThatComesAfterTheEndIsNotTold() {
        Follower follower = following(null, 0);
        jobs.happened(job, "cancelled");
        follower.lookForEvents();

        follower.progressed(FollowFixture.progress(job, 5));

        assertThat(client.types()).containsExactly("cancelled");
    }

    @Test
    void eventsThatOnlyTheStoryTellsArePassedOver() {
        jobs.happened(job, "queued");
        jobs.happened(job, "dispatched");
        jobs.happened(job, "cancelled");
        following(null, 0).lookForEvents();

        assertThat(client.taken()).extracting(Frame::seq).containsExactly(1L, 3L);
    }

    @Test
    void followerOfOneJobHearsNothingOfOthersAndIsLetGoAtItsEnd() {
        UUID other = UUID.randomUUID();
        Follower follower = following(job, 0);
        jobs.happened(other, "queued");
        jobs.happened(job, "queued");
        follower.lookForEvents();
        follower.progressed(FollowFixture.progress(other, 1));
        follower.progressed(FollowFixture.progress(job, 1));
        jobs.happened(other, "cancelled");
        follower.lookForEvents();
        assertThat(client.ending()).isNull();
        jobs.happened(job, "cancelled");
        follower.lookForEvents();

        assertThat(client.taken()).extracting(Frame::jobId).containsOnly(job);
        assertThat(client.types()).endsWith("progress", "cancelled");
        assertThat(client.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void eventThatFollowsTheLastIsToldWithoutAskingTheDatabase() {
        Follower follower = following(null, 0);
        follower.lookForEvents();
        int looks = jobs.looks();
        for (String type : List.of("dispatched", "started", "failed")) {
            jobs.happened(job, type);
            follower.happened(jobs.newest());
        }

        assertThat(client.types()).containsExactly("progress", "failed");
        assertThat(client.taken()).extracting(Frame::seq).containsExactly(2L, 3L);
        assertThat(jobs.looks()).isEqualTo(looks);
    }

    @Test
    void whoHasHeardAllDoesNotLookAgain() {
        Follower follower = following(null, 0);
        follower.lookForEvents();
        jobs.happened(job, "failed");
        follower.happened(jobs.newest());
        int looks = jobs.looks();
        follower.catchUp(1);
        assertThat(jobs.looks()).isEqualTo(looks);

        jobs.happened(UUID.randomUUID(), "cancelled");
        follower.catchUp(2);
        assertThat(client.types()).containsExactly("failed", "cancelled");
    }

    @Test
    void newcomerIsShownLiveJobsAlsoIfNewsComeBeforeTheFirstLook() {
        jobs.happened(job, "started");
        Follower follower = following(null, 1);
        follower.catchUp(1);

        assertThat(client.types()).containsExactly("progress");
    }

    @Test
    void eventBeforeWhichOneIsMissingIsLookedForWithIt() {
        Follower follower = following(null, 0);
        jobs.happened(job, "started");
        jobs.happened(job, "failed");
        follower.happened(jobs.newest());

        assertThat(client.types()).containsExactly("progress", "failed");
    }

    @Test
    void eventThatCameWithoutItsFrameIsLookedFor() {
        Follower follower = following(null, 0);
        jobs.happened(job, "queued");
        follower.happened(jobs.newest());

        // The frame of the event, and that of a live job for a newcomer.
        assertThat(client.types()).containsExactly("queued", "queued");
    }

    @Test
    void eventIsToldOnceHoweverOftenItIsHeardOf() {
        Follower follower = following(null, 0);
        jobs.happened(job, "started");
        RecordedEvent started = jobs.newest();
        jobs.happened(job, "failed");
        follower.happened(started);
        follower.happened(jobs.newest());
        follower.happened(started);
        follower.happened(jobs.newest());
        follower.lookForEvents();

        assertThat(client.types()).containsExactly("progress", "failed");
    }

    @Test
    void frameOfTheStartShowsProgressThatWasFaster() {
        Follower follower = following(null, 0);
        jobs.frames.board.note(FollowFixture.progress(job, 7));
        jobs.happened(job, "started");
        follower.happened(jobs.newest());

        JsonNode frame = read(client.taken().get(0));
        assertThat(frame.get("seq").asLong()).isEqualTo(1);
        assertThat(frame.get("current_step").asInt()).isEqualTo(7);
    }

    @Test
    void eventsOfOtherJobsAreNotLookedForByAFollowerOfOne() {
        UUID other = UUID.randomUUID();
        Follower follower = following(job, 0);
        for (String type : List.of("queued", "dispatched", "started")) {
            jobs.happened(other, type);
            follower.happened(jobs.newest());
        }
        jobs.happened(job, "started");
        follower.happened(jobs.newest());

        assertThat(client.taken()).extracting(Frame::jobId).containsExactly(job);
        assertThat(jobs.looks()).isZero();
    }

    @Test
    void lookThatFindsNothingOfTheJobIsNotRepeated() {
        Follower follower = following(job, 0);
        for (int i = 0; i < 10; i++) {
            jobs.happened(UUID.randomUUID(), "failed");
        }
        follower.happened(jobs.newest());
        jobs.happened(UUID.randomUUID(), "failed");
        follower.happened(jobs.newest());

        assertThat(jobs.looks()).isEqualTo(1);
        assertThat(client.taken()).isEmpty();
    }

    @Test
    void whatIsLostRepeatedOrLateOnItsWayIsToldOnceAndInOrder() {
        Random random = new Random(7);
        Follower follower = following(null, 0);
        List<RecordedEvent> onTheirWay = new ArrayList<>();
        int happenings = 2_000;
        for (int i = 1; i <= happenings; i++) {
            jobs.happened(UUID.randomUUID(), "failed");
            onTheirWay.add(jobs.newest());
            if (random.nextInt(100) == 0) {
                client.stopReading();
            }
            while (onTheirWay.size() > 3) {
                RecordedEvent event = onTheirWay.remove(random.nextInt(3));
                if (random.nextInt(10) > 0) {
                    follower.happened(event);
                }
                if (random.nextInt(10) == 0) {
                    onTheirWay.add(event);
                }
                assertThat(follower.waiting()).isLessThanOrEqualTo(Backlog.MOST_EVENTS);
            }
            if (random.nextInt(50) == 0) {
                client.readAgain();
            }
        }
        client.readAgain();
        follower.lookForEvents();

        assertThat(client.taken())
                .extracting(Frame::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, happenings).boxed().toList());
    }

    /** 100 clients that are cut off 100 times each while jobs go on; every one hears it all. */
    @Test
    void tenThousandReconnectsLoseNoEvent() throws Exception {
        int clients = 100;
        int cuts = 100;
        int happenings = 1_000;
        List<Reconnecting> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < clients; i++) {
                all.add(new Reconnecting(new Random(i), threads));
            }
            for (int i = 1; i <= happenings; i++) {
                jobs.happened(UUID.randomUUID(), i % 2 == 0 ? "cancelled" : "failed");
                if (i % (happenings / cuts) == 0) {
                    all.forEach(Reconnecting::cut);
                }
                RecordedEvent event = jobs.newest();
                all.forEach(client -> client.follower.happened(event));
            }
            all.forEach(Reconnecting::cut);
            List<Long> expected = LongStream.rangeClosed(1, happenings).boxed().toList();
            for (Reconnecting reconnecting : all) {
                assertThat(reconnecting.await(happenings)).isEqualTo(expected);
                assertThat(reconnecting.reconnects).isGreaterThanOrEqualTo(cuts);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Comes back with the number of the last frame it has taken. */
    private final class Reconnecting {
        private final Random random;
        private final ExecutorService threads;
        private final List<Long> heard = new ArrayList<>();
        private TestChannel channel = new TestChannel();
        private Follower follower;
        private int reconnects;

        Reconnecting(Random random, ExecutorService threads) {
            this.random = random;
            this.threads = threads;
            follower = jobs.follower(channel, null, 0, threads);
        }

        void cut() {
            // What was on its way at the cut is lost: the client has taken only a part of it.
            channel.stopReading();
            List<Frame> taken = channel.taken();
            int arrived = random.nextInt(taken.size() + 1);
            taken.subList(0, arrived).forEach(frame -> heard.add(frame.seq()));
            long last = heard.isEmpty() ? 0 : heard.get(heard.size() - 1);
            channel = new TestChannel();
            follower = jobs.follower(channel, null, last, threads);
            reconnects++;
            follower.lookForEvents();
        }

        List<Long> await(int events) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (heard.size() + channel.taken().size() < events && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            channel.taken().forEach(frame -> heard.add(frame.seq()));
            return heard;
        }
    }

    private Follower following(UUID jobId, long lastSeq) {
        return jobs.follower(client, jobId, lastSeq, Runnable::run);
    }

    private List<Integer> steps() {
        return client.taken().stream()
                .filter(frame -> frame.type().equals("progress"))
                .map(frame -> read(frame).get("current_step").asInt())
                .toList();
    }

    private static JsonNode read(Frame frame) {
        return Json.read(frame.json(), JsonNode.class);
    }
}
