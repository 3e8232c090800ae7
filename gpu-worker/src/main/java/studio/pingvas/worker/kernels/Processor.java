package studio.pingvas.worker.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What this machine can execute. An instruction that it does not know would end the process, so
 * this is asked before a library is loaded.
 *
 * @param system as Java names it
 * @param architecture as Java names it
 * @param features as Linux names them
 */
record Processor(String system, String architecture, Set<String> features) {
    private static final Path FILE = Path.of("/proc/cpuinfo");

    /** What the level x86-64-v3 adds to the levels below it; {@code abm} is lzcnt. */
    private static final Set<String> X86_64_V3 =
            Set.of("avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave");

    static Processor ofThisMachine() {
        return new Processor(
                System.getProperty("os.name"), System.getProperty("os.arch"), features(FILE));
    }

    static Set<String> features(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip().split(" +"))
                    .map(Arrays::stream)
                    .map(flags -> flags.collect(Collectors.toUnmodifiableSet()))
                    .orElse(Set.of());
        } catch (IOException e) {
            // Not Linux, or /proc is hidden: nothing is known to be there.
            return Set.of();
        }
    }

    void requireX8664v3() throws NoNativeKernelsException {
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            throw new NoNativeKernelsException("no library for " + system + " " + architecture);
        }
        Set<String> missing = new TreeSet<>(X86_64_V3);
        missing.removeAll(features);
        if (!missing.isEmpty()) {
            throw new NoNativeKernelsException(
                    "the processor lacks " + String.join(" ", missing) + " of x86-64-v3");
        }
    }
}
