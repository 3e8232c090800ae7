package studio.pingvas.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import studio.pingvas.system.OwnProcesses;
import studio.pingvas.system.RunningPlatform;

/** A part that stands still, as on a machine that swaps: alive, but it answers nobody. */
final class Frozen {
    private Frozen() {}

    /** What happens meanwhile. */
    @FunctionalInterface
    interface Action {
        void run() throws InterruptedException;
    }

    /**
     * @param part as the launcher calls it, for example {@code broker} or {@code worker-1}
     */
    static void during(String part, Action action) throws InterruptedException {
        List<Long> processes = processesOf(part);
        processes.forEach(pid -> Signals.send("STOP", pid));
        try {
            action.run();
        } finally {
            processes.stream()
                    .filter(OwnProcesses::isAlive)
                    .forEach(pid -> Signals.send("CONT", pid));
        }
    }

    private static List<Long> processesOf(String part) {
        try {
            return OwnProcesses.withChildren(OwnProcesses.in(RunningPlatform.data()).get(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
