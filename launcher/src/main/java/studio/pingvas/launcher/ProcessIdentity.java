package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process, not merely its number: a number is given again to others, after a reboot even soon.
 *
 * @param pid its number
 * @param started the boot it belongs to and its start in clock ticks since then
 */
public record ProcessIdentity(long pid, String started) {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    // Fields after the name in parentheses, which may itself hold blanks; see proc(5).
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    /** A process that has already ended gets an identity that is never alive. */
    static ProcessIdentity of(long pid) {
        String[] fields = fields(pid);
        return new ProcessIdentity(pid, fields == null ? "" : started(fields));
    }

    boolean isAlive() {
        String[] fields = fields(pid);
        return fields != null && !fields[STATE].equals("Z") && started(fields).equals(started);
    }

    /** Asks it to end, and after that time ends it. */
    void end(Duration patience) {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            killAfter(patience);
        }
    }

    /** As {@link #end}, but begins with the signal of Ctrl-C. */
    void interrupt(Duration patience) {
        if (isAlive()) {
            try {
                new ProcessBuilder("sh", "-c", "kill -INT " + pid)
                        .start()
                        .waitFor(1, TimeUnit.SECONDS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            killAfter(patience);
        }
    }

    void kill() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(KILL_LIMIT);
        }
    }

    /** The process first, so that it starts none of the others again. */
    void killWithChildren() {
        List<ProcessHandle> children = children();
        kill();
        children.forEach(ProcessHandle::destroyForcibly);
        Waiting.until(KILL_LIMIT, () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** As {@link #end}; the process is expected to end those that it started. */
    void endWithChildren(Duration patience) {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            if (!awaitEnd(patience)) {
                killWithChildren();
            }
        }
    }

    /** Resident memory in bytes, with that of the processes it started; 0 when it is not alive. */
    long residentBytes() {
        return isAlive()
                ? residentBytes(pid)
                        + children().stream().mapToLong(child -> residentBytes(child.pid())).sum()
                : 0;
    }

    private List<ProcessHandle> children() {
        return isAlive()
                ? ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).toList()
                : List.of();
    }

    private static long residentBytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private void killAfter(Duration patience) {
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    private boolean awaitEnd(Duration patience) {
        return Waiting.until(patience, () -> !isAlive());
    }

    private static String started(String[] fields) {
        return PrivateFiles.read(BOOT).strip() + "/" + fields[START_TIME];
    }

    private static String[] fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            // The process ended between opening and reading.
            return null;
        }
    }
}
