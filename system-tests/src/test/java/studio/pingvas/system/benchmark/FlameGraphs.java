package studio.pingvas.system.benchmark;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import one.profiler.AsyncProfiler;
import studio.pingvas.launcher.Platform;

/**
 * Draws where the Java parts of a platform spend their CPU while something is measured, with
 * async-profiler. What is measured meanwhile costs some per cent more.
 */
final class FlameGraphs {
    private static final String LIBRARY = "/linux-x64/libasyncProfiler.so";
    private static final String BEGIN = "start,event=ctimer,interval=1ms";

    private final Path folder;
    private final Path library;

    private FlameGraphs(Path folder, Path library) {
        this.folder = folder;
        this.library = library;
    }

    /**
     * @param folder null draws none
     */
    static FlameGraphs in(Path folder) throws IOException {
        if (folder == null) {
            return new FlameGraphs(null, null);
        }
        Files.createDirectories(folder);
        Path library = folder.toAbsolutePath().resolve("libasyncProfiler.so");
        try (InputStream packed = AsyncProfiler.class.getResourceAsStream(LIBRARY)) {
            if (packed == null) {
                throw new IOException("async-profiler has no " + LIBRARY);
            }
            Files.write(library, packed.readAllBytes());
        }
        return new FlameGraphs(folder, library);
    }

    void begin(Platform platform) throws IOException {
        for (ProcessHandle process : javaPartsOf(platform).values()) {
            tell(process, BEGIN);
        }
    }

    /**
     * @param what was measured; the name of the files begins with it
     */
    void end(Platform platform, String what) throws IOException {
        String name = what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        for (Map.Entry<String, ProcessHandle> part : javaPartsOf(platform).entrySet()) {
            Path file = folder.toAbsolutePath().resolve(name + "-" + part.getKey() + ".html");
            tell(part.getValue(), "stop,flamegraph,file=" + file);
        }
    }

    private Map<String, ProcessHandle> javaPartsOf(Platform platform) {
        if (folder == null) {
            return Map.of();
        }
        return platform.processes().entrySet().stream()
                .filter(part -> !part.getKey().equals("postgresql"))
                .collect(Collectors.toMap(Map.Entry::getKey, part -> javaOf(part.getValue())));
    }

    /** What keeps a worker running is a shell; the worker is its child. */
    private static ProcessHandle javaOf(ProcessHandle process) {
        return process.children().findFirst().orElse(process);
    }

    private void tell(ProcessHandle process, String command) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                machine.loadAgentPath(library.toString(), command);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException e) {
            throw new IOException("async-profiler cannot be loaded: " + command, e);
        }
    }
}
