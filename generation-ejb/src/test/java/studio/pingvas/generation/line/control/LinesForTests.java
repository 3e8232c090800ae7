package studio.pingvas.generation.line.control;

import jakarta.persistence.EntityManager;

/** Wires what the container would inject. */
public final class LinesForTests {
    private LinesForTests() {}

    public static UserLines userLines(EntityManager entities) {
        UserLines lines = new UserLines();
        lines.entities = entities;
        return lines;
    }
}
