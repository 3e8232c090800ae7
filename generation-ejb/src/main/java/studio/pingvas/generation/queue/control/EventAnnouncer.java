package studio.pingvas.generation.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.platform.concurrent.CoalescingTask;

/**
 * Tells the nodes about new events, and the workers about jobs that have ended without them. Off
 * the thread of the user: a broker that is down must not hold up a request. What cannot be told is
 * dropped, because sockets also look for events by themselves, and a worker's late result is
 * ignored.
 */
@ApplicationScoped
public class EventAnnouncer {
    private static final Logger LOG = System.getLogger(EventAnnouncer.class.getName());
    private static final int MAX_PENDING = 10_000;

    @Resource ManagedExecutorService executor;
    @Inject JmsGenerationQueue queue;

    private final Map<UUID, Long> newestSeqs = new ConcurrentHashMap<>();
    private final Set<UUID> endedJobs = ConcurrentHashMap.newKeySet();
    private final CoalescingTask announcing = new CoalescingTask(this::announce);

    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
        if (!change.type().isTold()) {
            return;
        }
        if (newestSeqs.size() < MAX_PENDING) {
            newestSeqs.merge(change.userId(), change.seq(), Math::max);
        }
        boolean endedEarly =
                change.type() == JobEventType.CANCELLED || change.type() == JobEventType.FAILED;
        if (endedEarly && change.wasDispatched() && endedJobs.size() < MAX_PENDING) {
            endedJobs.add(change.jobId());
        }
        announcing.ask(executor);
    }

    private void announce() {
        try {
            Map<UUID, Long> newest = new HashMap<>();
            for (UUID userId : newestSeqs.keySet()) {
                newest.put(userId, newestSeqs.remove(userId));
            }
            queue.announce(newest);
            for (UUID jobId : endedJobs) {
                endedJobs.remove(jobId);
                queue.withdraw(jobId);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The broker could not be told: {0}", e.toString());
        }
    }
}
