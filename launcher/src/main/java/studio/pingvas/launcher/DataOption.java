package studio.pingvas.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command takes. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "studio-data",
            description = "Folder of the platform's data (default: ${DEFAULT-VALUE}).")
    private Path folder;

    Path folder() {
        return folder;
    }

    Platform platform() {
        return Platform.in(folder);
    }
}
