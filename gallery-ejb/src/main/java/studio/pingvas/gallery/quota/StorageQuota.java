package studio.pingvas.gallery.quota;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import studio.pingvas.contracts.gallery.message.StorageOverQuota;
import studio.pingvas.gallery.events.GalleryEvents;

/** Warns and deletes nothing: what was stored under a larger tier stays. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StorageQuota {
    private static final String USED =
            "select coalesce(sum(bytes + thumbnail_bytes), 0) from gallery.image"
                    + " where user_id = ?1";

    // One row is the lock and the memory: of two messages at once one tells.
    private static final String REMEMBER_WARNING =
            """
            insert into gallery.quota_warning (user_id) values (?1)
            on conflict (user_id) do update set told_at = now()
            where quota_warning.told_at <= now() - interval '1 day'
            """;

    @PersistenceContext(unitName = "gallery")
    EntityManager entities;

    @Inject GalleryEvents events;

    Clock clock = Clock.systemUTC();

    /** Tells, at most once a day, if the pictures of the user take more than the quota. */
    public void check(UUID userId, long quotaBytes) {
        long used =
                ((Number)
                                entities.createNativeQuery(USED)
                                        .setParameter(1, userId)
                                        .getSingleResult())
                        .longValue();
        if (used <= quotaBytes) {
            return;
        }
        boolean due =
                entities.createNativeQuery(REMEMBER_WARNING).setParameter(1, userId).executeUpdate()
                        == 1;
        if (due) {
            events.publish(
                    new StorageOverQuota(
                            StorageOverQuota.VERSION, userId, used, quotaBytes, clock.instant()));
        }
    }
}
