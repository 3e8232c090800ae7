package studio.pingvas.generation.library;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.library.LibraryFullException;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;
import studio.pingvas.platform.database.Keyset;

/**
 * The rows of one kind of item. Who may see or change a row is part of every query.
 *
 * @param name of one of them, for people
 */
public record LibraryShelf<T extends LibraryItem>(
        EntityManager entities, Class<T> type, String name) {
    /** Of each kind, for each user. */
    public static final int MOST = 200;

    /** Newest first. */
    public List<T> list(UUID reader, LibraryQuery wanted, Keyset after, int limit) {
        StringBuilder jpql = new StringBuilder("select i from ").append(type.getSimpleName());
        jpql.append(" i where ").append(seenBy(wanted.origin()));
        if (wanted.category() != null) {
            jpql.append(" and i.category = :category");
        }
        if (wanted.search() != null) {
            jpql.append(" and i.searchText like :search escape '!'");
        }
        if (after != null) {
            jpql.append(" and (i.createdAt < :at or i.createdAt = :at and i.id < :id)");
        }
        jpql.append(" order by i.createdAt desc, i.id desc");
        TypedQuery<T> query = entities.createQuery(jpql.toString(), type);
        query.setParameter("reader", reader).setMaxResults(limit);
        if (wanted.origin() != Origin.OWN) {
            query.setParameter("public", Visibility.PUBLIC);
        }
        if (wanted.category() != null) {
            query.setParameter("category", wanted.category());
        }
        if (wanted.search() != null) {
            query.setParameter("search", patternOf(wanted.search()));
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    private static String seenBy(Origin origin) {
        if (origin == Origin.OWN) {
            return "i.userId = :reader";
        }
        return origin == Origin.SHARED
                ? "i.userId <> :reader and i.visibility = :public"
                : "(i.userId = :reader or i.visibility = :public)";
    }

    /** What has a special meaning in a pattern stands for itself. */
    private static String patternOf(String search) {
        return "%" + search.replaceAll("[!%_]", "!$0") + "%";
    }

    /**
     * @throws NotFoundException if it is neither the reader's own nor public
     */
    public T visibleTo(UUID reader, UUID id) {
        return only(
                entities.createQuery(
                                "select i from "
                                        + type.getSimpleName()
                                        + " i where i.id = :id and "
                                        + seenBy(null),
                                type)
                        .setParameter("id", id)
                        .setParameter("reader", reader)
                        .setParameter("public", Visibility.PUBLIC));
    }

    /**
     * Keeps one more.
     *
     * @throws LibraryFullException if its owner has as many as there may be
     */
    public T add(T item) {
        requireRoomFor(item.userId(), 1);
        entities.persist(item);
        return item;
    }

    /**
     * To be changed; locked.
     *
     * @param seen version that the change was made for
     * @throws NotFoundException if it is not the user's own
     * @throws studio.pingvas.contracts.ChangedMeanwhileException if there is a newer version
     */
    public T changeable(UUID userId, UUID id, Integer seen, boolean published) {
        T item = ownOf(userId, id);
        item.requireChangeable(seen, published);
        return item;
    }

    /**
     * @throws NotFoundException if it is not the user's own
     */
    public void delete(UUID userId, UUID id) {
        entities.remove(ownOf(userId, id));
    }

    /**
     * Whoever's it is, it is shown to nobody else from now on.
     *
     * @return its owner
     */
    public UUID withdraw(UUID id, Instant now) {
        T item = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (item == null) {
            throw new NotFoundException(name);
        }
        item.withdraw(now);
        return item.userId();
    }

    private T ownOf(UUID userId, UUID id) {
        return only(
                entities.createQuery(
                                "select i from "
                                        + type.getSimpleName()
                                        + " i where i.id = :id and i.userId = :user",
                                type)
                        .setParameter("id", id)
                        .setParameter("user", userId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Makes additions of one user come one after the other, so that the limit holds.
     *
     * @throws LibraryFullException if that many more are too many
     * @throws NotFoundException if the account of the user is deleted
     */
    public void requireRoomFor(UUID userId, int more) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "library " + userId)
                .getResultList();
        requireNotErased(userId);
        long there =
                entities.createQuery(
                                "select count(i) from "
                                        + type.getSimpleName()
                                        + " i where i.userId = :user",
                                Long.class)
                        .setParameter("user", userId)
                        .getSingleResult();
        if (there + more > MOST) {
            throw new LibraryFullException(MOST);
        }
    }

    private void requireNotErased(UUID userId) {
        boolean erased =
                !entities.createNativeQuery("select user_id from erasure where user_id = ?1")
                        .setParameter(1, userId)
                        .getResultList()
                        .isEmpty();
        if (erased) {
            throw new NotFoundException("The account");
        }
    }

    private T only(TypedQuery<T> query) {
        return query.getResultStream().findFirst().orElseThrow(() -> new NotFoundException(name));
    }
}
