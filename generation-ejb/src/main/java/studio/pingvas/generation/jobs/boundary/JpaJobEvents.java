package studio.pingvas.generation.jobs.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.jobs.control.EventNumbers;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;

/** Reads the numbered events; each step in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaJobEvents implements JobEvents {
    private static final int MOST_LIVE = 100;

    @Inject JobStore store;
    @Inject JobViews views;
    @Inject EventNumbers numbers;

    @Override
    public List<JobEventView> after(UUID userId, long seq, int limit) {
        return viewsOf(userId, store.eventsAfter(userId, seq, limit));
    }

    @Override
    public List<JobEventView> ofJobAfter(UUID userId, UUID jobId, long seq, int limit) {
        GenerationJob job = require(userId, jobId);
        return viewsOf(userId, store.eventsOfJobAfter(job.id(), seq, limit));
    }

    @Override
    public long lastSeq(UUID userId) {
        return store.lastSeq(userId);
    }

    @Override
    public Map<UUID, Long> lastSeqs(Set<UUID> userIds) {
        return numbers.newestOf(userIds);
    }

    @Override
    public List<JobView> live(UUID userId) {
        return views.of(store.live(userId, MOST_LIVE));
    }

    private List<JobEventView> viewsOf(UUID userId, List<JobEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Set<UUID> ids = events.stream().map(JobEvent::jobId).collect(Collectors.toSet());
        Map<UUID, GenerationJob> jobs = store.findAllOf(userId, ids);
        Map<UUID, JobView> seen = new HashMap<>();
        return events.stream()
                // The jobs of an account that is being erased go before anybody has looked.
                .filter(event -> jobs.containsKey(event.jobId()))
                .map(
                        event ->
                                new JobEventView(
                                        event.seq(),
                                        event.type(),
                                        event.createdAt(),
                                        seen.computeIfAbsent(
                                                event.jobId(), id -> views.of(jobs.get(id)))))
                .toList();
    }

    private GenerationJob require(UUID userId, UUID jobId) {
        return store.findOf(userId, jobId).orElseThrow(() -> new NotFoundException("Job"));
    }
}
