package studio.pingvas.model.registry.entity;

/** Whether a model may be used. */
public enum ModelStatus {
    ACTIVE,
    DISABLED
}
