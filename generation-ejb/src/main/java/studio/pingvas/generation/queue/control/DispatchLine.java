package studio.pingvas.generation.queue.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.DatabaseClock;
import studio.pingvas.generation.jobs.control.JobHistory;
import studio.pingvas.generation.jobs.control.JobRows;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEventType;
import studio.pingvas.generation.line.control.Look;
import studio.pingvas.generation.line.control.TierLines;
import studio.pingvas.generation.line.control.Turns;
import studio.pingvas.generation.line.entity.Contender;
import studio.pingvas.generation.line.entity.Window;

/** Takes jobs out of the line and puts lost ones back; each call in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DispatchLine {
    /** Bounds the transaction, not the window: there is a next one at once. */
    static final int MOST_AT_ONCE = 50;

    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Inject TierLines tiers;
    @Inject JobHistory history;
    @Inject DatabaseClock clock;

    /**
     * Takes as many jobs as the window has room for, a limited number at once.
     *
     * @param width how many jobs may be dispatched and not started
     * @param gone a job that keeps the window closed no longer, because its message is lost; or
     *     null
     */
    public Taken take(int width, UUID gone) {
        Look look = tiers.begin(width, MOST_AT_ONCE);
        if (look.room() <= 0) {
            return Taken.of(List.of(), 0);
        }
        Window window = look.window();
        if (window.overtakers(look.turns().dispatches()) >= width
                && !window.oldest().equals(gone)) {
            return Taken.closedBy(window.oldest());
        }
        return Taken.of(take(look.turns(), look.room(), look.at()), look.room());
    }

    private List<GenerationJob> take(Turns turns, int room, Instant now) {
        Map<UUID, WaitingJobs> waiting = new HashMap<>();
        Map<UUID, List<GenerationJob>> taken = new HashMap<>();
        List<GenerationJob> jobs = new ArrayList<>();
        int share = room / Math.max(1, turns.contenders()) + 1;
        Optional<Contender> first = turns.first();
        while (jobs.size() < room && first.isPresent()) {
            Contender user = first.get();
            int most = Math.min(room - jobs.size(), turns.room(user));
            WaitingJobs own =
                    waiting.computeIfAbsent(
                            user.userId(), id -> new WaitingJobs(entities, id, most, share));
            Optional<GenerationJob> next = own.next();
            if (next.isEmpty()) {
                turns.passOver(user);
            } else {
                GenerationJob job = next.get();
                turns.take(user, job.terms().quote().seconds(), own.mayHaveMore());
                job.dispatch(turns.dispatches(), now);
                taken.computeIfAbsent(user.userId(), id -> new ArrayList<>()).add(job);
                jobs.add(job);
            }
            first = turns.first();
        }
        turns.served().stream()
                .sorted(Comparator.comparing(Contender::userId))
                .forEach(user -> history.recordDispatches(user, taken.get(user.userId()), now));
        tiers.keep(turns);
        return jobs;
    }

    /** Jobs that were dispatched that long ago and that nobody has started, the oldest first. */
    public List<GenerationJob> notStarted(int olderThanSeconds, int limit) {
        return olderThan(
                olderThanSeconds,
                "status = 'DISPATCHED' and dispatched_at < ?1 order by dispatch_serial",
                limit);
    }

    /** Jobs that run longer than that. */
    public List<GenerationJob> running(int longerThanSeconds, int limit) {
        return olderThan(longerThanSeconds, "status = 'RUNNING' and started_at < ?1", limit);
    }

    private List<GenerationJob> olderThan(int seconds, String condition, int limit) {
        return new JobRows(entities)
                .select(
                        "select * from job where outcome is null and " + condition + " limit ?2",
                        clock.now().minusSeconds(seconds),
                        limit);
    }

    /** The message is gone: the job waits again, and its next dispatch has a new number. */
    public void requeue(GenerationJob seen) {
        GenerationJob job = lock(seen.id());
        if (unchanged(seen, job)) {
            Instant now = clock.now();
            job.requeue();
            history.record(job, JobEventType.QUEUED, Actor.SYSTEM, "message lost", now);
        }
    }

    /** The broker has taken the message back from a dead worker; nobody else has it yet. */
    public void workerLost(GenerationJob seen) {
        GenerationJob job = lock(seen.id());
        if (unchanged(seen, job)) {
            Instant now = clock.now();
            job.awaitRedelivery();
            history.record(job, JobEventType.QUEUED, Actor.SYSTEM, "worker lost", now);
        }
    }

    private static boolean unchanged(GenerationJob seen, GenerationJob now) {
        return now != null
                && now.status() == seen.status()
                && now.outcome() == null
                && now.delivery().dispatchNumber() == seen.delivery().dispatchNumber()
                && now.delivery().attempts() == seen.delivery().attempts();
    }

    private GenerationJob lock(UUID jobId) {
        return entities.find(GenerationJob.class, jobId, LockModeType.PESSIMISTIC_WRITE);
    }
}
