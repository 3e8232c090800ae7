package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes that go on when the launcher and its terminal are gone. */
final class Background {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final DataFolder data;
    private final PlatformState state;

    Background(DataFolder data, PlatformState state) {
        this.data = data;
        this.state = state;
    }

    /** Its output goes to the part's log; what it wrote before stays there. */
    Process start(String part, List<String> command, Map<String, String> environment) {
        PrivateFiles.folder(data.logs());
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // A session of its own: neither Ctrl-C nor a closed terminal reaches it.
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole)
                        .directory(data.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(part).toFile()))
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            state.started(part, ProcessIdentity.of(process.pid()));
            return process;
        } catch (IOException e) {
            throw new PlatformException(part + " cannot be started: " + e.getMessage(), e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
