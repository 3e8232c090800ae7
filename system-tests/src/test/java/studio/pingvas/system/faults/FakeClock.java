package studio.pingvas.system.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Lets a process believe in another time, by the library of the Debian package libfaketime. */
final class FakeClock {
    private static final Path LIBRARY =
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private FakeClock() {}

    /** Skips the test on a machine without the library. */
    static void assumeInstalled() {
        Assumptions.assumeTrue(Files.exists(LIBRARY), "The package libfaketime is not installed");
    }

    /**
     * What its environment says.
     *
     * @param minutes positive for a clock that is fast
     */
    static Map<String, String> wrongBy(int minutes) {
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME",
                "%+dm".formatted(minutes),
                // Threads wait by the other clock; it has no date that could be wrong.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }
}
