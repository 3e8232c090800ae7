package studio.pingvas.gallery.images.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.gallery.images.entity.Image;
import studio.pingvas.platform.database.ArrayText;
import studio.pingvas.platform.json.Json;

/**
 * Adds pictures; the same picture may come again, even after its owner has deleted it or the whole
 * account.
 */
public final class ImageRecording {
    // One statement for all: each would be a question and an answer of its own. Rows are locked
    // before they are sorted, and sorted before one of them is added. In the order of
    // their ids, so that two who add the same pictures do not wait for each other in a circle.
    private static final String INSERT =
            """
            insert into gallery.image
                (id, user_id, job_id, position, width, height, prompt, negative_prompt, model,
                 seed, steps, cfg_scale, scheduler, original_key, thumbnail_key, metadata_key,
                 bytes, thumbnail_bytes, sha256, recipe)
            select id, user_id, job_id, position, width, height, prompt, negative_prompt, model,
                 seed, steps, cfg_scale, scheduler, original_key, thumbnail_key, metadata_key,
                 bytes, thumbnail_bytes, sha256, cast(recipe as json)
            from json_to_recordset(cast(?1 as json)) as made (
                 id uuid, user_id uuid, job_id uuid, position integer, width integer,
                 height integer, prompt text, negative_prompt text, model text, seed bigint,
                 steps integer, cfg_scale double precision, scheduler text, original_key text,
                 thumbnail_key text, metadata_key text, bytes bigint, thumbnail_bytes bigint,
                 sha256 text, recipe text)
            where %s
            order by id
            on conflict (id) do nothing
            returning id
            """
                    .formatted(ImageLock.FOR_RECORDING);

    // A statement of its own, so that it sees a deletion that committed while the first one waited.
    private static final String DROP_IF_DELETED =
            """
            with dropped as (
                delete from gallery.image i
                where i.id = any (cast(?1 as uuid[]))
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
        Set<UUID> added = insert(images);
        images.stream().filter(image -> !added.contains(image.id())).forEach(this::requireOwner);
        if (!added.isEmpty()) {
            entities.createNativeQuery(DROP_IF_DELETED)
                    .setParameter(1, ArrayText.of(added))
                    .executeUpdate();
        }
    }

    private void requireOwner(NewImage image) {
        Image present = entities.find(Image.class, image.id());
        if (present != null && !present.isOwnedBy(image.userId())) {
            throw new IllegalStateException("Image " + image.id() + " belongs to another user");
        }
    }

    private Set<UUID> insert(List<NewImage> images) {
        List<?> added =
                entities.createNativeQuery(INSERT)
                        .setHint("eclipselink.transaction.join-existing", "true")
                        .setParameter(1, Json.write(images))
                        .getResultList();
        return added.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }
}
