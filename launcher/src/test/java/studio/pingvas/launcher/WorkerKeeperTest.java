package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerKeeperTest {
    private static final Duration ANY_START = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    private Process keeper;

    @AfterEach
    void endAll() {
        if (keeper != null) {
            ProcessIdentity.of(keeper.pid()).killWithChildren();
        }
    }

    @Test
    void workerThatDiesIsStartedAgain() throws Exception {
        keep("echo started >> runs; [ $(wc -l < runs) -ge 2 ] || exit 3; exec sleep 60", ANY_START);

        await("the second run", () -> runs() == 2);
        assertThat(said()).contains("keeper: worker ended with 3 after", "started again in 1 s");
        assertThat(keeper.isAlive()).isTrue();
    }

    @Test
    void workerThatEndsInOrderOrCannotStartIsNotStartedAgain() throws Exception {
        for (int code : new int[] {0, 2}) {
            Files.deleteIfExists(folder.resolve("runs"));
            keep("echo started >> runs; exit " + code, ANY_START);

            assertThat(exit()).isEqualTo(code);
            assertThat(runs()).isEqualTo(1);
        }
    }

    @Test
    void workerThatFailsRightAtItsFirstStartIsNotStartedAgain() throws Exception {
        keep("echo started >> runs; exit 1", Duration.ofSeconds(10));

        assertThat(exit()).isEqualTo(1);
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void workerThatDiesAgainAndAgainIsGivenUp() throws Exception {
        // Pauses of 1, 2, 4 and 8 seconds.
        keep("echo started >> runs; exit 3", ANY_START);

        assertThat(exit()).isEqualTo(3);
        assertThat(runs()).isEqualTo(5);
        assertThat(said()).contains("for the 5th time in a row and is given up");
    }

    @Test
    void stoppedWorkerMayFinishAndStaysDown() throws Exception {
        keep(
                "echo started >> runs; trap 'sleep 1; echo finished; exit 0' TERM;"
                        + " while :; do sleep 0.1; done",
                ANY_START);
        await("the run", () -> runs() == 1);
        Thread.sleep(300);

        keeper.destroy();

        assertThat(exit()).isZero();
        assertThat(said()).contains("finished").doesNotContain("again");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void keeperThatIsStoppedBetweenTwoRunsEndsAtOnce() throws Exception {
        keep("echo started >> runs; exit 3", ANY_START);
        await("the third pause", () -> said().contains("again in 4 s"));

        long start = System.nanoTime();
        keeper.destroy();

        assertThat(exit()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void killedWorkerIsKilledWithItsKeeper() throws Exception {
        keep("echo started >> runs; exec sleep 60", ANY_START);
        await("the run", () -> runs() == 1 && keeper.descendants().findAny().isPresent());
        List<ProcessHandle> children = keeper.descendants().toList();

        ProcessIdentity.of(keeper.pid()).killWithChildren();

        assertThat(exit()).isEqualTo(128 + 9);
        await("the end of all", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(runs()).isEqualTo(1);
    }

    private void keep(String worker, Duration first) throws IOException {
        keeper =
                new ProcessBuilder(WorkerKeeper.keeping(List.of("sh", "-c", worker), first))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
    }

    private int exit() throws InterruptedException {
        assertThat(keeper.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return keeper.exitValue();
    }

    private long runs() {
        Path runs = folder.resolve("runs");
        return Files.exists(runs) ? LogFile.fromStart(runs).text().lines().count() : 0;
    }

    private String said() {
        return LogFile.fromStart(folder.resolve("log")).text();
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        assertThat(Waiting.until(PATIENCE, condition)).as(what).isTrue();
    }
}
