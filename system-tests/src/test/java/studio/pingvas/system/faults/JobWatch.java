package studio.pingvas.system.faults;

import java.time.Duration;
import java.util.UUID;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;

/** How far a job is, as its owner and as the database sees it. */
final class JobWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private JobWatch() {}

    static void awaitStep(Person person, String jobId, int attempt, int step) {
        Eventually.get(
                PATIENCE,
                "step " + step + " of attempt " + attempt + " at job " + jobId,
                () -> person.job(jobId),
                job ->
                        job.get("attempt").asInt() == attempt
                                && job.get("current_step").asInt() >= step);
    }

    static void awaitAttempt(String jobId, int attempt) {
        Eventually.get(
                PATIENCE,
                "attempt " + attempt + " of job " + jobId,
                () -> attempts(jobId),
                seen -> seen == attempt);
    }

    static long attempts(String jobId) {
        return number("SELECT attempts FROM generation.job WHERE id = ?", jobId);
    }

    /** The number of the worker that it runs on. */
    static int worker(String jobId) {
        return Integer.parseInt(
                Database.column(
                                "postgres",
                                "SELECT worker FROM generation.job WHERE id = ?",
                                UUID.fromString(jobId))
                        .get(0)
                        .replace("worker-", ""));
    }

    /** By the clock of the database. */
    static long millisSinceStart(String jobId) {
        return number(
                "SELECT (extract(epoch FROM clock_timestamp() - started_at) * 1000)::bigint"
                        + " FROM generation.job WHERE id = ?",
                jobId);
    }

    private static long number(String sql, String jobId) {
        return Database.number(sql, UUID.fromString(jobId));
    }
}
