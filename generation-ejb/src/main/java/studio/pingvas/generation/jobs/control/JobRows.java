package studio.pingvas.generation.jobs.control;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.platform.database.ArrayText;

/**
 * Jobs by SQL. The database plans each statement once, for all values of its parameters; so what an
 * index is restricted to, the status before all, has to stand in the statement.
 */
public record JobRows(EntityManager entities) {
    // The order matters: who locks many rows takes them as everybody does.
    private static final String LOCK_ALL =
            "select * from job where id = any (cast(?1 as uuid[]))"
                    + " order by created_at, id for update";

    /** The jobs that a statement selects with all their columns, in its order. */
    public List<GenerationJob> select(String sql, Object... parameters) {
        return jobsOf(query(sql, parameters));
    }

    /** The same for a statement that locks its rows. */
    public List<GenerationJob> lock(String sql, Object... parameters) {
        return jobsOf(
                query(sql, parameters).setHint("eclipselink.transaction.join-existing", "true"));
    }

    /** These jobs, locked in one question; erased ones are missing. */
    public Map<UUID, GenerationJob> lockAll(Collection<UUID> jobIds) {
        Map<UUID, GenerationJob> jobs = new LinkedHashMap<>();
        lock(LOCK_ALL, ArrayText.of(jobIds)).forEach(job -> jobs.put(job.id(), job));
        return jobs;
    }

    /** A condition that holds for jobs with one of these statuses. */
    public static String haveStatus(Collection<JobStatus> statuses) {
        return statuses.stream()
                .sorted()
                .map(status -> "'" + status.name() + "'")
                .collect(joining(", ", "status in (", ")"));
    }

    private Query query(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql, GenerationJob.class);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            query.setParameter(i + 1, value instanceof Instant at ? Timestamp.from(at) : value);
        }
        return query;
    }

    private static List<GenerationJob> jobsOf(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(GenerationJob.class::cast).toList();
    }
}
