package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** The broker's disk fills up, and has room again. */
class FullDiskIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int DISK_MEGABYTES = 512;
    private static final int JOBS = 60;
    private static final String LONG_PROMPT = "a red house by the sea ".repeat(80);
    private static final String BLOCKED = "AMQ224128";
    private static final String ROOM_AGAIN = "AMQ224129";
    private static final Duration NOTICED = Duration.ofSeconds(15);
    private static final Duration LONGER_THAN_A_SWEEP = Duration.ofSeconds(12);

    private final Platform platform = RunningPlatform.platform();
    private final Path disk = RunningPlatform.data().resolve("broker/data");
    private final Path filler = disk.resolve("filler");

    @BeforeEach
    void putTheBrokerOnASmallDisk() throws IOException, InterruptedException {
        platform.stopBroker();
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", disk);
        platform.startBroker();
        platform.stopWorker(1);
        platform.startWorker(1, Map.of("STUDIO_ENGINE", "null"));
        Assumptions.assumeTrue(mounted, "Only root can mount a small disk");
    }

    @AfterEach
    void putTheBrokerBack() throws IOException, InterruptedException {
        platform.stopBroker();
        run("umount", disk.toString());
        platform.startBroker();
        SlowWorkers.restoreOrdinary(1);
    }

    @Test
    void jobsWaitForRoomAndNoneIsLost() throws IOException, InterruptedException {
        Person person = EndToEnd.newcomer();
        EndToEnd.giveTier(person, "enterprise");
        person.completed(person.order(Wanted.aPicture()));

        fill();
        awaitInLog(BLOCKED);
        List<Answer> during =
                Stream.generate(() -> person.submit(Wanted.aPicture().of(LONG_PROMPT)))
                        .limit(JOBS)
                        .toList();
        Thread.sleep(LONGER_THAN_A_SWEEP.toMillis());
        assertThat(during).extracting(Answer::status).containsOnly(202);
        // What the broker had promised to take before it noticed may have passed.
        assertThat(completedJobs(person)).isLessThan(JOBS);
        Files.delete(filler);

        awaitInLog(ROOM_AGAIN);
        Invariants.hold();
        assertThat(completedJobs(person)).isEqualTo(1 + JOBS);
    }

    /** So that less is left than the broker wants to keep. */
    private void fill() throws IOException {
        byte[] megabyte = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int i = 0; i < DISK_MEGABYTES * 2 / 3; i++) {
                out.write(megabyte);
            }
        }
    }

    private static void awaitInLog(String message) {
        Path log = RunningPlatform.data().resolve("logs/broker.log");
        Eventually.get(NOTICED, message, () -> read(log).contains(message), Boolean::booleanValue);
    }

    private static long completedJobs(Person person) {
        return Database.number(
                "SELECT count(*) FROM generation.job WHERE user_id = ? AND status = 'COMPLETED'",
                person.id());
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean run(Object... command) throws IOException, InterruptedException {
        return new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }
}
