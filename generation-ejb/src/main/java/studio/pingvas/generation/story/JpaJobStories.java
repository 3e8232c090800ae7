package studio.pingvas.generation.story;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.JobStories;
import studio.pingvas.contracts.generation.JobStoryEntry;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobEvent;

/** Stories from the events of jobs, and from their rows what is no event: price and settlement. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JpaJobStories implements JobStories {
    @PersistenceContext(unitName = "generation")
    EntityManager entities;

    @Override
    public List<JobStoryEntry> of(UUID userId, UUID jobId) {
        GenerationJob job = entities.find(GenerationJob.class, jobId);
        if (job == null || !job.userId().equals(userId)) {
            throw new NotFoundException("Job");
        }
        List<JobEvent> events = newestEvents(jobId);
        List<JobStoryEntry> story = new ArrayList<>();
        story.add(StoryEntries.quoted(job));
        story.add(StoryEntries.held(job));
        for (int i = events.size() - 1; i >= 0; i--) {
            story.add(StoryEntries.of(events.get(i)));
        }
        if (job.status().isFinal()) {
            story.add(StoryEntries.settled(job));
        }
        return story;
    }

    private List<JobEvent> newestEvents(UUID jobId) {
        return entities.createQuery(
                        "select e from JobEvent e where e.jobId = :job order by e.seq desc",
                        JobEvent.class)
                .setParameter("job", jobId)
                .setMaxResults(MOST_ENTRIES)
                .getResultList();
    }
}
