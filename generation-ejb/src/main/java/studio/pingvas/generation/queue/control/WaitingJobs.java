package studio.pingvas.generation.queue.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/**
 * The first jobs of a user in the line, locked; those that somebody is just changing are left out.
 * They are read a few at a time, because who competes with many gets few turns.
 */
final class WaitingJobs {
    private static final String NEXT_JOBS =
            "select * from job where user_id = ?1 and status = 'QUEUED' and outcome is null"
                    + " and line_order > ?2 order by line_order limit ?3 for update skip locked";

    private final EntityManager entities;
    private final UUID userId;
    private final Deque<GenerationJob> read = new ArrayDeque<>();
    private int unread;
    private int nextRead;
    private long lastOrder = Long.MIN_VALUE;

    /**
     * @param most how many are needed in the end, at most
     * @param share how many probably
     */
    WaitingJobs(EntityManager entities, UUID userId, int most, int share) {
        this.entities = entities;
        this.userId = userId;
        unread = most;
        nextRead = share;
    }

    Optional<GenerationJob> next() {
        if (read.isEmpty() && unread > 0) {
            readMore();
        }
        return Optional.ofNullable(read.poll());
    }

    /** False only if there is none. */
    boolean mayHaveMore() {
        return !read.isEmpty() || unread > 0;
    }

    private void readMore() {
        int wanted = Math.min(nextRead, unread);
        List<?> rows =
                entities.createNativeQuery(NEXT_JOBS, GenerationJob.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter(1, userId)
                        .setParameter(2, lastOrder)
                        .setParameter(3, wanted)
                        .getResultList();
        rows.forEach(row -> read.add((GenerationJob) row));
        unread = rows.size() < wanted ? 0 : unread - wanted;
        // Who needed more than was foreseen, will again.
        nextRead = 2 * nextRead;
        if (!read.isEmpty()) {
            lastOrder = read.peekLast().lineOrder();
        }
    }
}
