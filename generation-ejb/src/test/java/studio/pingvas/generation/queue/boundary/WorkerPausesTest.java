package studio.pingvas.generation.queue.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.queue.control.JmsGenerationQueue;
import studio.pingvas.generation.workers.Heartbeats;
import studio.pingvas.generation.workers.LiveWorkers;
import studio.pingvas.generation.workers.PausesForTests;

/** What administrators want of workers, and what those are told when they are heard. */
class WorkerPausesTest {
    private static final Record PAUSE = new PauseWorker(PauseWorker.VERSION, "worker-1");
    private static final Record RESUME = new ResumeWorker(ResumeWorker.VERSION, "worker-1");

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final LiveWorkers workers = new LiveWorkers();
    private final List<Record> told = new ArrayList<>();
    private final JmsGenerationQueue queue =
            new JmsGenerationQueue() {
                @Override
                public void tellWorkers(Record command) {
                    told.add(command);
                }
            };

    @BeforeEach
    void hearTwoWorkers() {
        workers.heard(Heartbeats.of("worker-1", "cpu"));
        workers.heard(Heartbeats.of("worker-2", "cpu"));
    }

    @Test
    void workerThatStartsAnewIsPausedAgain() {
        wanted(control -> control.pause("worker-1"));

        heard(Heartbeats.of("worker-1", "cpu"));

        assertThat(told).containsExactly(PAUSE);
    }

    @Test
    void nobodyIsToldWhatItDoesAnyway() {
        wanted(control -> control.pause("worker-1"));

        heard(Heartbeats.ofPaused("worker-1"));
        heard(Heartbeats.of("worker-2", "cpu"));

        assertThat(told).isEmpty();
    }

    @Test
    void workerThatDidNotHearOfItsEndGoesOn() {
        wanted(control -> control.pause("worker-1"));
        wanted(control -> control.resume("worker-1"));

        heard(Heartbeats.ofPaused("worker-1"));

        assertThat(told).containsExactly(RESUME);
    }

    @Test
    void pauseOfAllIsForThoseThatComeLaterToo() {
        wanted(control -> control.pause(null));

        heard(Heartbeats.of("worker-3", "cpu"));

        assertThat(told).containsExactly(new PauseWorker(PauseWorker.VERSION, "worker-3"));
    }

    @Test
    void oneWorkerMayGoOnWhileAllOthersArePaused() {
        wanted(control -> control.pause(null));
        wanted(control -> control.resume("worker-1"));

        heard(Heartbeats.of("worker-1", "cpu"));
        heard(Heartbeats.ofPaused("worker-2"));

        assertThat(told).isEmpty();
    }

    @Test
    void whoeverResumesAllResumesAlsoThoseThatWerePausedAlone() {
        wanted(control -> control.pause("worker-1"));
        wanted(control -> control.resume(null));

        heard(Heartbeats.of("worker-1", "cpu"));

        assertThat(told).isEmpty();
    }

    @Test
    void whatCannotBeToldIsNoFaultOfTheHeartbeat() {
        wanted(control -> control.pause("worker-1"));
        PauseReminder reminder = new PauseReminder();
        reminder.queue =
                new JmsGenerationQueue() {
                    @Override
                    public void tellWorkers(Record command) {
                        told.add(command);
                        throw new IllegalStateException("no broker");
                    }
                };

        remind(reminder, Heartbeats.of("worker-1", "cpu"));

        assertThat(told).containsExactly(PAUSE);
    }

    private void wanted(Consumer<WorkerControl> command) {
        database.inTransaction(
                entities -> {
                    JmsWorkerControl control = new JmsWorkerControl();
                    control.workers = workers;
                    control.pauses = PausesForTests.of(entities);
                    control.queue = queue;
                    command.accept(control);
                    return null;
                });
        told.clear();
    }

    private void heard(WorkerHeartbeat heartbeat) {
        PauseReminder reminder = new PauseReminder();
        reminder.queue = queue;
        remind(reminder, heartbeat);
    }

    private void remind(PauseReminder reminder, WorkerHeartbeat heartbeat) {
        database.inTransaction(
                entities -> {
                    reminder.pauses = PausesForTests.of(entities);
                    reminder.remind(heartbeat);
                    return null;
                });
    }
}
