package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/**
 * The worker dies when a picture is stored, and before the broker knows. Objects that no picture
 * records are swept after half a day; the gallery's own tests show how.
 */
class UncommittedResultIT {
    private static final int STEP_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person person = EndToEnd.newcomer();

    @BeforeEach
    void replaceTheWorkerByASlowOne() {
        SlowWorkers.replaceOrdinary(1, STEP_MILLIS);
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @Test
    void onlyThePicturesOfTheNextAttemptAreRecorded() {
        EndToEnd.giveTier(person, "starter");
        String jobId = person.order(Wanted.aPicture().steps(4).with("count", 2));
        // The second picture takes seconds: the first is stored, and the broker knows nothing yet.
        Eventually.get(PATIENCE, "a stored picture", this::pictures, files -> !files.isEmpty());
        RunningPlatform.platform().killWorker(1);
        List<Path> lost = pictures();
        RunningPlatform.platform().startWorker(1);

        assertThat(person.completed(jobId).get("attempt").asInt()).isEqualTo(2);
        assertThat(person.images()).hasSize(2);
        assertThat(lost).hasSize(1);
        assertThat(pictures()).hasSize(3).containsAll(lost);
        assertThat(recordedPictures(jobId)).hasSize(2).doesNotContainAnyElementsOf(lost);
        Invariants.hold();
    }

    private List<Path> pictures() {
        Path own = RunningPlatform.data().resolve("objects/users/" + person.id() + "/images");
        if (!Files.exists(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(own)) {
            return files.filter(file -> file.endsWith("original.png")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> recordedPictures(String jobId) {
        return Database.column(
                        "postgres",
                        "SELECT original_key FROM gallery.image WHERE job_id = ?",
                        UUID.fromString(jobId))
                .stream()
                .map(RunningPlatform.data().resolve("objects")::resolve)
                .toList();
    }
}
