package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;

/** What is true whatever happened before, once every job has ended. */
public final class Invariants {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String UNFINISHED =
            "SELECT id || ' ' || status FROM generation.job"
                    + " WHERE status NOT IN ('COMPLETED', 'FAILED', 'CANCELLED')";
    private static final String PICTURES_NOT_ONCE =
            "SELECT j.id || ' ' || j.status || ': ' || count(i.id) || ' of ' || j.image_count"
                    + " FROM generation.job j LEFT JOIN gallery.image i ON i.job_id = j.id"
                    // Who deleted pictures has fewer than were made.
                    + " WHERE NOT EXISTS (SELECT FROM gallery.deleted_object d"
                    + "   WHERE d.object_key LIKE 'users/' || j.user_id || '/%')"
                    + " GROUP BY j.id HAVING count(i.id) <>"
                    + " CASE j.status WHEN 'COMPLETED' THEN j.image_count ELSE 0 END";
    private static final String HELD_THOUGH_ENDED =
            "SELECT j.id FROM generation.job j JOIN payments.hold h ON h.job_id = j.id"
                    + " WHERE h.state = 'HELD'";
    private static final String CHARGE_NOT_AS_ENDED =
            "SELECT j.id || ' ' || j.status || ' ' || h.charged FROM generation.job j"
                    + " JOIN payments.hold h ON h.job_id = j.id"
                    + " WHERE h.charged <> coalesce(j.credits_used, 0)"
                    + " OR (j.status <> 'COMPLETED' AND h.charged > 0)";
    private static final String CHARGED_TWICE =
            "SELECT job_id FROM payments.transfer WHERE target = 'revenue'"
                    + " GROUP BY job_id, source HAVING count(*) > 1";

    private Invariants() {}

    public static void hold() {
        Eventually.get(PATIENCE, "the end of all jobs", () -> sql(UNFINISHED), List::isEmpty);
        assertThat(ledgerProblems()).isEmpty();
        assertThat(sql(PICTURES_NOT_ONCE)).as("pictures of jobs").isEmpty();
        assertThat(sql(HELD_THOUGH_ENDED)).as("open holds of ended jobs").isEmpty();
        assertThat(sql(CHARGE_NOT_AS_ENDED)).as("charges").isEmpty();
        assertThat(sql(CHARGED_TWICE)).as("jobs charged twice").isEmpty();
        assertThat(sql("SELECT original_key FROM gallery.image"))
                .allSatisfy(key -> assertThat(object(key)).isRegularFile());
    }

    public static List<String> ledgerProblems() {
        List<String> problems = new java.util.ArrayList<>();
        EndToEnd.admin()
                .get("admin/ledger/check")
                .with(200)
                .json()
                .get("problems")
                .forEach(problem -> problems.add(problem.asText()));
        return problems;
    }

    private static Path object(String key) {
        Path file = RunningPlatform.data().resolve("objects").resolve(key);
        assertThat(Files.exists(file)).as(key).isTrue();
        return file;
    }

    private static List<String> sql(String query) {
        return Database.column("postgres", query);
    }
}
