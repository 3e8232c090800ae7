package studio.pingvas.generation.queue.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.news.JobNews;
import studio.pingvas.generation.news.NodeListeners;

class EventAnnouncerTest {
    private final Broker broker = new Broker();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final EventAnnouncer announcer = new EventAnnouncer();
    private final UUID user = UUID.randomUUID();

    EventAnnouncerTest() {
        announcer.queue = broker;
        announcer.news = new JobNews();
        announcer.listeners = new NodeListeners();
        announcer.announcer = thread;
    }

    @AfterEach
    void stop() {
        announcer.stop();
    }

    @Test
    void whatNobodyIsToldOfGoesWithTheNextThatIs() throws Exception {
        change(1, JobEventType.DISPATCHED, true);
        awaitAnnouncer();
        assertThat(broker.messages).isEmpty();

        change(2, JobEventType.POSITION, true);
        awaitAnnouncer();

        assertThat(broker.messages).hasSize(1);
        assertThat(broker.messages.get(0)).extracting(RecordedEvent::seq).containsExactly(1L, 2L);
    }

    @Test
    void whatIsNotedLateIsStillInItsPlace() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        thread.execute(() -> await(busy));
        change(3, JobEventType.POSITION, true);
        change(2, JobEventType.POSITION, true);
        busy.countDown();
        awaitAnnouncer();

        assertThat(broker.messages.get(0)).extracting(RecordedEvent::seq).containsExactly(2L, 3L);
    }

    @Test
    void messageOfAJobThatEndsEarlyIsTakenFromTheWorkers() throws Exception {
        UUID cancelled = change(1, JobEventType.CANCELLED, true);
        UUID failed = change(2, JobEventType.FAILED, true);
        change(3, JobEventType.CANCELLED, false);
        change(4, JobEventType.COMPLETED, true);
        awaitAnnouncer();

        assertThat(broker.withdrawn).containsExactlyInAnyOrder(cancelled, failed);
    }

    @Test
    void whileTheBrokerIsDownNewsAreLostAndWithdrawalsWait() throws Exception {
        broker.down = true;
        UUID cancelled = change(1, JobEventType.CANCELLED, true);
        awaitAnnouncer();
        broker.down = false;
        change(2, JobEventType.POSITION, true);
        awaitAnnouncer();

        assertThat(broker.messages.get(0)).extracting(RecordedEvent::seq).containsExactly(2L);
        assertThat(broker.withdrawn).containsExactly(cancelled);
    }

    @Test
    void theOwnNodeHearsOfItWithoutTheBrokerAndWhateverOneListenerDoes() throws Exception {
        List<RecordedEvent> heard = new ArrayList<>();
        announcer.listeners.add(
                news -> {
                    throw new IllegalStateException("This listener is broken.");
                });
        announcer.listeners.add(heard::addAll);
        broker.down = true;

        change(1, JobEventType.POSITION, true);
        awaitAnnouncer();

        assertThat(heard).extracting(RecordedEvent::seq).containsExactly(1L);
    }

    @Test
    void moreThanThereIsRoomForIsDroppedAndTheRestIsTold() throws Exception {
        for (int seq = 1; seq <= 5_000; seq++) {
            change(seq, JobEventType.DISPATCHED, true);
        }
        change(5_001, JobEventType.POSITION, true);
        awaitAnnouncer();

        assertThat(broker.messages.stream().flatMap(List::stream)).hasSize(2_000);
    }

    @Test
    void manyNewsAreSeveralMessages() {
        String frame = "a".repeat(1_000);
        List<RecordedEvent> news =
                IntStream.range(0, 100)
                        .mapToObj(i -> new RecordedEvent(user, i, user, "failed", true, frame))
                        .toList();

        List<List<RecordedEvent>> parts = JmsGenerationQueue.partsOf(news);

        assertThat(parts).hasSize(4);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(news);
    }

    private UUID change(long seq, JobEventType type, boolean wasDispatched) {
        UUID job = UUID.randomUUID();
        announcer.onChange(new JobChanged(job, user, seq, type, wasDispatched, false, null));
        return job;
    }

    private void awaitAnnouncer() throws Exception {
        thread.submit(() -> {}).get(5, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps what it is told. */
    private static final class Broker extends JmsGenerationQueue {
        private final List<List<RecordedEvent>> messages = new ArrayList<>();
        private final List<UUID> withdrawn = new ArrayList<>();
        private boolean down;

        @Override
        public void announce(List<RecordedEvent> news, String node) {
            if (down) {
                throw new IllegalStateException("The broker is down.");
            }
            messages.add(news);
        }

        @Override
        public void withdraw(UUID jobId) {
            withdrawn.add(jobId);
        }
    }
}
