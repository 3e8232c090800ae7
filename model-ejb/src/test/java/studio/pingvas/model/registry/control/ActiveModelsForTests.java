package studio.pingvas.model.registry.control;

import jakarta.persistence.EntityManager;

/** Wires what the container would inject. */
public final class ActiveModelsForTests {
    private ActiveModelsForTests() {}

    /** As nobody has asked before. */
    public static ActiveModels of(EntityManager entities) {
        ActiveModels models = new ActiveModels();
        models.entities = entities;
        return models;
    }
}
