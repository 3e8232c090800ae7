package studio.pingvas.gallery.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An object to remove from the store, because the picture it belongs to was deleted. */
@Entity
@Table(name = "deleted_object", schema = "gallery")
public class DeletedObject {
    @Id
    @Column(name = "object_key")
    private String objectKey;

    @Column(name = "image_id")
    private UUID imageId;

    protected DeletedObject() {}

    public DeletedObject(String objectKey, UUID imageId) {
        this.objectKey = objectKey;
        this.imageId = imageId;
    }
}
