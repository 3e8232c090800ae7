package studio.pingvas.generation.queue.control;

import static java.util.Comparator.comparing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.pingvas.contracts.generation.message.RecordedEvent;
import studio.pingvas.generation.jobs.control.JobChanged;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.news.JobNews;
import studio.pingvas.generation.news.NodeListeners;
import studio.pingvas.platform.concurrent.CoalescingTask;

/**
 * Tells this node and the others about new events, and the workers about jobs that have ended
 * without them. Off the thread of the user: a broker that is down must not hold up a request. What
 * cannot be told is dropped, because sockets also look for events by themselves, and a worker's
 * late result is ignored.
 */
@ApplicationScoped
public class EventAnnouncer {
    private static final Logger LOG = System.getLogger(EventAnnouncer.class.getName());
    private static final int MAX_PENDING = 2_000;

    @Resource ManagedThreadFactory threads;
    @Inject JmsGenerationQueue queue;
    @Inject JobNews news;
    @Inject NodeListeners listeners;

    private final BlockingQueue<JobChanged> changes = new ArrayBlockingQueue<>(MAX_PENDING);
    private final Set<UUID> endedJobs = ConcurrentHashMap.newKeySet();
    private final CoalescingTask announcing = new CoalescingTask(this::announce);
    ExecutorService announcer;

    @PostConstruct
    void prepare() {
        announcer = Executors.newSingleThreadExecutor(threads);
    }

    @PreDestroy
    void stop() {
        announcer.shutdownNow();
    }

    public void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
        // Of many changes some are dropped; that one is missing is seen by its number.
        changes.offer(change);
        if (endedEarly(change) && endedJobs.size() < MAX_PENDING) {
            endedJobs.add(change.jobId());
        }
        // What nobody is told of goes with what is: who knows its number misses nothing.
        if (change.type().isTold()) {
            announcing.ask(announcer);
        }
    }

    private static boolean endedEarly(JobChanged change) {
        boolean early =
                change.type() == JobEventType.CANCELLED || change.type() == JobEventType.FAILED;
        return early && change.wasDispatched();
    }

    private void announce() {
        try {
            List<JobChanged> due = new ArrayList<>();
            changes.drainTo(due);
            // Who commits first need not come here first.
            due.sort(comparing(JobChanged::seq));
            List<RecordedEvent> events = due.stream().map(news::of).toList();
            listeners.tell(events);
            queue.announce(events, listeners.node());
            for (UUID jobId : endedJobs) {
                endedJobs.remove(jobId);
                queue.withdraw(jobId);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The broker could not be told: {0}", e.toString());
        }
    }
}
