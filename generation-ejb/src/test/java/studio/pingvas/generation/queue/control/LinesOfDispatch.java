package studio.pingvas.generation.queue.control;

import jakarta.persistence.EntityManager;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.control.ForTests;
import studio.pingvas.generation.line.control.LinesForTests;

/** Wires what the container would inject. */
final class LinesOfDispatch {
    private LinesOfDispatch() {}

    static DispatchLine line(EntityManager entities, GenerationDatabase database) {
        DispatchLine line = new DispatchLine();
        line.entities = entities;
        line.tiers = LinesForTests.tierLines(entities);
        line.clock = ForTests.clock(entities);
        line.history = ForTests.history(entities, database);
        return line;
    }
}
