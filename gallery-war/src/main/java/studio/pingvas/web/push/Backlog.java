package studio.pingvas.web.push;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerationProgressed;

/**
 * What a follower is to be told, in the order in which it was heard. Progress waits as long as
 * there is room: who keeps up gets every step, who does not loses the oldest. Events are not kept
 * at all, only that there are some: they stand in the database. Not safe for threads by itself.
 */
final class Backlog {
    /** A preview is up to 20 KiB of text. */
    static final int MOST_PROGRESS = 16;

    private static final int MOST_ENDED = 100;

    /** Nothing stands for: look for events. */
    private final Deque<Optional<GenerationProgressed>> due = new ArrayDeque<>();

    private final Set<UUID> ended =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                            return size() > MOST_ENDED;
                        }
                    });

    void lookForEvents() {
        // One look finds them all, and it is not put off, however often events come.
        if (!due.contains(Optional.<GenerationProgressed>empty())) {
            due.add(Optional.empty());
        }
    }

    void add(GenerationProgressed progress) {
        if (ended.contains(progress.jobId())) {
            return;
        }
        long waiting = due.stream().filter(Optional::isPresent).count();
        if (waiting >= MOST_PROGRESS && !removeOldest(progress.jobId())) {
            removeOldest(null);
        }
        due.add(Optional.of(progress));
    }

    /** Progress that comes after the end of its job would make it look alive again. */
    void ended(UUID jobId) {
        ended.add(jobId);
        forgetProgress(jobId);
    }

    /** The frame that tells of its start shows the newest progress: older would jump back. */
    void started(UUID jobId) {
        forgetProgress(jobId);
    }

    private void forgetProgress(UUID jobId) {
        due.removeIf(entry -> entry.filter(of -> of.jobId().equals(jobId)).isPresent());
    }

    boolean isEmpty() {
        return due.isEmpty();
    }

    int size() {
        return due.size();
    }

    /**
     * The next thing; not to be called when empty.
     *
     * @return progress, or nothing if there may be events
     */
    Optional<GenerationProgressed> next() {
        return due.remove();
    }

    /**
     * @param jobId null for any
     */
    private boolean removeOldest(UUID jobId) {
        for (Iterator<Optional<GenerationProgressed>> entries = due.iterator();
                entries.hasNext(); ) {
            Optional<GenerationProgressed> entry = entries.next();
            if (entry.filter(of -> jobId == null || of.jobId().equals(jobId)).isPresent()) {
                entries.remove();
                return true;
            }
        }
        return false;
    }
}
