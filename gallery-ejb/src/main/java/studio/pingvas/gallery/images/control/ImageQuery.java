package studio.pingvas.gallery.images.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.gallery.images.entity.Image;
import studio.pingvas.platform.database.Keyset;

/** The pictures of one user that match a filter, newest first. */
public final class ImageQuery {
    private final EntityManager entities;
    private final StringBuilder where = new StringBuilder(" where i.userId = :userId");
    private final Map<String, Object> parameters = new HashMap<>();

    public ImageQuery(EntityManager entities, UUID userId, ImageFilter filter) {
        this.entities = entities;
        parameters.put("userId", userId);
        if (filter.model() != null) {
            where.append(" and i.model = :model");
            parameters.put("model", filter.model());
        }
        if (filter.text() != null) {
            where.append(" and lower(i.prompt) like lower(:text) escape '!'");
            parameters.put("text", "%" + filter.text().replaceAll("[!%_]", "!$0") + "%");
        }
    }

    /**
     * @param end of the page before, or null for the first page
     */
    public List<Image> after(Keyset end, int limit) {
        if (end == null) {
            return page(0, limit);
        }
        parameters.put("at", end.at());
        parameters.put("id", end.id());
        // The first comparison alone bounds the scan of the index; the second breaks ties.
        String beyond = " and i.createdAt <= :at and (i.createdAt < :at or i.id < :id)";
        return select(where + beyond).setMaxResults(limit).getResultList();
    }

    public List<Image> page(int offset, int limit) {
        return select(where.toString()).setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    public long count() {
        return with(entities.createQuery("select count(i) from Image i" + where, Long.class))
                .getSingleResult();
    }

    private TypedQuery<Image> select(String condition) {
        return with(
                entities.createQuery(
                        "select i from Image i"
                                + condition
                                + " order by i.createdAt desc, i.id desc",
                        Image.class));
    }

    private <T> TypedQuery<T> with(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
