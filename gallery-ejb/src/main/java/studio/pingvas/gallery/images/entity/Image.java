package studio.pingvas.gallery.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.gallery.Rendition;
import studio.pingvas.contracts.gallery.StoredImage;
import studio.pingvas.platform.database.Keyset;

/** A picture in its owner's gallery. Only {@code JpaImageCatalog} adds rows; none is changed. */
@Entity
@Table(name = "image", schema = "gallery")
public class Image {
    @Id private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "job_id")
    private UUID jobId;

    private int position;
    private int width;
    private int height;
    private String prompt;

    @Column(name = "negative_prompt")
    private String negativePrompt;

    private String model;
    private long seed;
    private int steps;

    @Column(name = "cfg_scale")
    private double cfgScale;

    private String scheduler;

    @Column(name = "original_key")
    private String originalKey;

    @Column(name = "thumbnail_key")
    private String thumbnailKey;

    @Column(name = "metadata_key")
    private String metadataKey;

    private long bytes;

    @Column(name = "thumbnail_bytes")
    private long thumbnailBytes;

    private String sha256;
    private String recipe;
    private boolean starred;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Image() {}

    public boolean isOwnedBy(UUID user) {
        return userId.equals(user);
    }

    public List<String> objectKeys() {
        return List.of(originalKey, thumbnailKey, metadataKey);
    }

    /** Where it stands among the pictures of its owner. */
    public Keyset keyset() {
        return new Keyset(createdAt, id);
    }

    public StoredImage stored(Rendition rendition) {
        return switch (rendition) {
            case ORIGINAL -> new StoredImage(originalKey, "image/png", bytes, sha256);
            case THUMBNAIL ->
                    new StoredImage(
                            thumbnailKey, "image/webp", thumbnailBytes, sha256 + "-thumbnail");
        };
    }

    public ImageView view() {
        return new ImageView(
                id,
                jobId,
                width,
                height,
                prompt,
                negativePrompt,
                model,
                seed,
                steps,
                cfgScale,
                scheduler,
                starred,
                bytes,
                createdAt,
                recipe);
    }
}
