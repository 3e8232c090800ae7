package studio.pingvas.gallery.images.control;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.gallery.images.entity.Image;

/**
 * Adds pictures; the same picture may come again, even after its owner has deleted it or the whole
 * account.
 */
public final class ImageRecording {
    private static final String INSERT =
            """
            insert into gallery.image
                (id, user_id, job_id, position, width, height, prompt, negative_prompt, model,
                 seed, steps, cfg_scale, scheduler, original_key, thumbnail_key, metadata_key,
                 bytes, thumbnail_bytes, sha256, recipe)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text), ?9, ?10, ?11, ?12, ?13, ?14, ?15,
                 ?16, ?17, ?18, ?19, cast(?20 as json))
            on conflict (id) do nothing
            """;

    // A statement of its own, so that it sees a deletion that committed while the first one waited.
    private static final String DROP_IF_DELETED =
            """
            with dropped as (
                delete from gallery.image i
                where i.id = any (cast(string_to_array(?1, ',') as uuid[]))
                  and (exists (select from gallery.deleted_object d where d.image_id = i.id)
                      or exists (select from gallery.erasure e where e.user_id = i.user_id))
                returning id, original_key, thumbnail_key, metadata_key)
            insert into gallery.deleted_object (object_key, image_id)
            select unnest(array[original_key, thumbnail_key, metadata_key]), id from dropped
            on conflict (object_key) do nothing
            """;

    private final EntityManager entities;

    public ImageRecording(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @throws IllegalStateException if an id belongs to somebody else's picture
     */
    public void record(List<NewImage> images) {
        if (images.isEmpty()) {
            return;
        }
        ImageLock.forRecording(entities, images.stream().map(NewImage::id).toList());
        List<UUID> added = new ArrayList<>();
        for (NewImage image : images) {
            if (insert(image) > 0) {
                added.add(image.id());
            } else {
                requireOwner(image);
            }
        }
        if (!added.isEmpty()) {
            entities.createNativeQuery(DROP_IF_DELETED)
                    .setParameter(1, ImageLock.textOf(added))
                    .executeUpdate();
        }
    }

    private void requireOwner(NewImage image) {
        Image present = entities.find(Image.class, image.id());
        if (present != null && !present.isOwnedBy(image.userId())) {
            throw new IllegalStateException("Image " + image.id() + " belongs to another user");
        }
    }

    private int insert(NewImage image) {
        return entities.createNativeQuery(INSERT)
                .setParameter(1, image.id())
                .setParameter(2, image.userId())
                .setParameter(3, image.jobId())
                .setParameter(4, image.position())
                .setParameter(5, image.width())
                .setParameter(6, image.height())
                .setParameter(7, image.prompt())
                .setParameter(8, image.negativePrompt())
                .setParameter(9, image.model())
                .setParameter(10, image.seed())
                .setParameter(11, image.steps())
                .setParameter(12, image.cfgScale())
                .setParameter(13, image.scheduler())
                .setParameter(14, image.originalKey())
                .setParameter(15, image.thumbnailKey())
                .setParameter(16, image.metadataKey())
                .setParameter(17, image.bytes())
                .setParameter(18, image.thumbnailBytes())
                .setParameter(19, image.sha256())
                .setParameter(20, image.recipe())
                .executeUpdate();
    }
}
