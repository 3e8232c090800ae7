package studio.pingvas.generation.queue.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.message.DrainWorker;
import studio.pingvas.contracts.generation.message.ReloadModels;
import studio.pingvas.generation.queue.control.JmsGenerationQueue;
import studio.pingvas.generation.workers.Heartbeats;
import studio.pingvas.generation.workers.LiveWorkers;

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

        control.drain("worker-1");
        control.reloadModels();

        assertThat(told).containsExactly(new DrainWorker(1, "worker-1"), new ReloadModels(1));
    }
}
