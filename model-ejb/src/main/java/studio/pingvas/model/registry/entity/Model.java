package studio.pingvas.model.registry.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.platform.json.Json;

/** A model of the registry, read only; {@code ModelRegistry} writes the rows. */
@Entity
@Table(name = "model", schema = "models")
public class Model {
    @Id private String id;
    private String name;
    private String digest;

    @Column(insertable = false, updatable = false)
    private String manifest;

    @Enumerated(EnumType.STRING)
    private ModelStatus status;

    protected Model() {}

    public ModelView view() {
        return Json.read(manifest, ModelManifest.class).view(digest);
    }
}
