package studio.pingvas.generation.queue.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.WorkerView;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.PauseWorker;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.contracts.generation.message.ResumeWorker;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.queue.control.JmsGenerationQueue;
import studio.pingvas.generation.workers.Heartbeats;
import studio.pingvas.generation.workers.LiveWorkers;
import studio.pingvas.generation.workers.PausesForTests;

class JmsWorkerControlTest {
    private final JmsWorkerControl control = new JmsWorkerControl();

    @BeforeEach
    void hearOneWorker() {
        control.workers = new LiveWorkers();
        control.workers.heard(Heartbeats.of("worker-1", "cpu"));
    }

    @Test
    void workerThatWasNotHeardIsNotFound() {
        assertThatThrownBy(() -> control.drain("worker-2")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> control.pause("worker-2")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> control.resume("worker-2")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void workersAreShownAsTheyWereHeard() {
        control.workers.heard(Heartbeats.ofPaused("worker-0"));

        assertThat(control.workers())
                .extracting(WorkerView::name, WorkerView::device, WorkerView::paused)
                .containsExactly(tuple("worker-0", "cpu", true), tuple("worker-1", "cpu", false));
    }

    @Test
    void workerThatWasHeardIsTold() {
        List<Record> told = new ArrayList<>();
        control.queue =
                new JmsGenerationQueue() {
                    @Override
                    public void tellWorkers(Record command) {
                        told.add(command);
                    }
                };

        GenerationDatabase.empty()
                .inTransaction(
                        entities -> {
                            control.pauses = PausesForTests.of(entities);
                            control.drain("worker-1");
                            control.pause("worker-1");
                            control.resume(null);
                            control.reloadModels();
                            return null;
                        });

        assertThat(told)
                .containsExactly(
                        new DrainWorker(1, "worker-1"),
                        new PauseWorker(1, "worker-1"),
                        new ResumeWorker(1, null),
                        new ReloadModels(1));
    }
}
