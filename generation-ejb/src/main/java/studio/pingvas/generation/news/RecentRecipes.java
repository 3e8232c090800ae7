package studio.pingvas.generation.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.generation.jobs.control.JobMeasured;

/** Recipes of pictures that have arrived from workers, kept until their owners are told. */
@ApplicationScoped
public class RecentRecipes {
    /** A job whose recipe is gone already is looked for. */
    static final int MOST = 1_000;

    private final Map<UUID, String> byJob =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
                    return size() > MOST;
                }
            };

    public synchronized void onMeasured(@Observes JobMeasured job) {
        // One that fits into no frame is of no use.
        if (job.recipe().length() < JobNews.LONGEST_FRAME) {
            byJob.put(job.jobId(), job.recipe());
        }
    }

    synchronized Optional<String> take(UUID jobId) {
        return Optional.ofNullable(byJob.remove(jobId));
    }
}
