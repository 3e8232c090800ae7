package studio.pingvas.generation.workers;

import jakarta.persistence.EntityManager;

public final class PausesForTests {
    private PausesForTests() {}

    public static WorkerPauses of(EntityManager entities) {
        WorkerPauses pauses = new WorkerPauses();
        pauses.entities = entities;
        return pauses;
    }
}
