package studio.pingvas.gallery.images.boundary;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.platform.Uuid7;
import studio.pingvas.platform.database.TestDatabase;
import studio.pingvas.platform.store.ObjectStore;

/** The module on a real database, each call in a transaction as the container would run it. */
public final class Gallery {
    private static final TestDatabase DATABASE = TestDatabase.of("gallery");
    private static final EntityManagerFactory FACTORY = DATABASE.persistence("gallery");

    private final ObjectStore store;

    public Gallery(ObjectStore store) {
        this.store = store;
        DATABASE.execute(
                "truncate gallery.image, gallery.deleted_object, gallery.erasure,"
                        + " gallery.quota_warning, gallery.outgoing_event");
    }

    /** One call of the facade. */
    <T> T ask(Function<JpaImageCatalog, T> call) {
        return inTransaction(
                entities -> {
                    JpaImageCatalog catalog = new JpaImageCatalog();
                    catalog.entities = entities;
                    return call.apply(catalog);
                });
    }

    public void record(NewImage... images) {
        ask(
                catalog -> {
                    catalog.record(List.of(images));
                    return null;
                });
    }

    void delete(UUID userId, UUID imageId) {
        JpaImageCatalog catalog = new JpaImageCatalog();
        catalog.deletion = new ImageDeletion();
        catalog.deletion.rows =
                new ImageRows() {
                    @Override
                    public void remove(UUID user, UUID image) {
                        removeRow(user, image);
                    }
                };
        catalog.deletion.objects =
                new DeletedObjects() {
                    @Override
                    public void removeOf(UUID image) {
                        withObjects(
                                objects -> {
                                    objects.removeOf(image);
                                    return null;
                                });
                    }
                };
        catalog.delete(userId, imageId);
    }

    /** The first half of a deletion; what a crash leaves if it comes right after the commit. */
    void removeRow(UUID userId, UUID imageId) {
        inTransaction(
                entities -> {
                    ImageRows rows = new ImageRows();
                    rows.entities = entities;
                    rows.remove(userId, imageId);
                    return null;
                });
    }

    public int removeWaiting() {
        return withObjects(DeletedObjects::removeWaiting);
    }

    void forgetRemoved() {
        withObjects(
                objects -> {
                    objects.forgetRemoved();
                    return null;
                });
    }

    private <T> T withObjects(Function<DeletedObjects, T> call) {
        return inTransaction(
                entities -> {
                    DeletedObjects objects = new DeletedObjects();
                    objects.entities = entities;
                    objects.store = store;
                    return call.apply(objects);
                });
    }

    public static <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager entities = FACTORY.createEntityManager();
        entities.getTransaction().begin();
        try {
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    public void execute(String sql) {
        DATABASE.execute(sql);
    }

    public long count(String tableAndCondition) throws SQLException {
        try (Connection connection = DATABASE.role().getConnection();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from " + tableAndCondition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public static NewImage anImage(UUID userId) {
        return anImage(userId, Uuid7.create(), 0, "a lighthouse at sunset");
    }

    /** What an erasure may ask of the rows, each call in a transaction of its own. */
    public static ImageRows rows() {
        return new ImageRows() {
            @Override
            public int removeOf(UUID user, int limit) {
                return inTransaction(
                        manager -> {
                            ImageRows rows = new ImageRows();
                            rows.entities = manager;
                            return rows.removeOf(user, limit);
                        });
            }
        };
    }

    public static DataSource role() {
        return DATABASE.role();
    }

    static NewImage anImage(UUID userId, String prompt) {
        return anImage(userId, Uuid7.create(), 0, prompt);
    }

    static NewImage anImage(UUID userId, UUID jobId, int position, String prompt) {
        UUID id = Uuid7.create();
        String folder = "users/" + userId + "/images/" + id + "/1-1/";
        return new NewImage(
                id,
                userId,
                jobId,
                position,
                128,
                128,
                prompt,
                null,
                "tiny",
                4_294_967_295L,
                16,
                3.5,
                "flow-match-euler",
                folder + "original.png",
                folder + "thumbnail.webp",
                folder + "metadata.json",
                40_000,
                4_000,
                "a".repeat(64),
                "{\"seed\": 7, \"a\": [1.0, null]}");
    }
}
