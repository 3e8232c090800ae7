package studio.pingvas.web.push;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.RecordedEvent;

/**
 * What a follower is to be told, in the order in which it was heard. Progress waits as long as
 * there is room: who keeps up gets every step, who does not loses the oldest. Of events only a few
 * are kept, for they stand in the database. Not safe for threads by itself.
 */
final class Backlog {
    /** A preview is up to 20 KiB of text. */
    static final int MOST_PROGRESS = 16;

    /** As long as a preview. */
    static final int MOST_EVENTS = 16;

    private static final int MOST_ENDED = 100;

    private final Deque<Due> due = new ArrayDeque<>();

    private final Set<UUID> ended =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                            return size() > MOST_ENDED;
                        }
                    });

    /**
     * @param upTo events up to this number are there for sure, or {@link Due.Look#UNKNOWN}
     */
    void lookForEvents(long upTo) {
        // One look finds them all, and it is not put off, however often events come.
        if (!isLookDue()) {
            due.add(new Due.Look(upTo));
        }
    }

    void add(RecordedEvent event) {
        long waiting = due.stream().filter(Due.Event.class::isInstance).count();
        if (!isLookDue() && waiting < MOST_EVENTS) {
            due.add(new Due.Event(event));
        } else {
            // A look finds it as well, and what is put in its place must not come later.
            due.removeIf(entry -> !(entry instanceof Due.Step));
            due.addFirst(new Due.Look(event.seq()));
        }
    }

    void add(GenerationProgressed progress) {
        if (ended.contains(progress.jobId())) {
            return;
        }
        long waiting = due.stream().filter(Due.Step.class::isInstance).count();
        if (waiting >= MOST_PROGRESS && !removeOldest(progress.jobId())) {
            removeOldest(null);
        }
        due.add(new Due.Step(progress));
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
        due.removeIf(entry -> isStepOf(jobId, entry));
    }

    boolean isEmpty() {
        return due.isEmpty();
    }

    int size() {
        return due.size();
    }

    /** The next thing; not to be called when empty. */
    Due next() {
        return due.remove();
    }

    private boolean isLookDue() {
        return due.stream().anyMatch(Due.Look.class::isInstance);
    }

    /**
     * @param jobId null for any
     */
    private boolean removeOldest(UUID jobId) {
        for (Iterator<Due> entries = due.iterator(); entries.hasNext(); ) {
            if (isStepOf(jobId, entries.next())) {
                entries.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean isStepOf(UUID jobId, Due entry) {
        return entry instanceof Due.Step step
                && (jobId == null || step.progress().jobId().equals(jobId));
    }
}
