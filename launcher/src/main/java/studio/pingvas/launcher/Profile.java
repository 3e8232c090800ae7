package studio.pingvas.launcher;

import java.util.List;

/** What the servers of a platform are started for. */
public enum Profile {
    /**
     * Half the work of a start is optimising code that then mostly waits for workers (21 instead of
     * 46 seconds of processor time for the server, measured).
     */
    QUICK_START(
            "-Xmx640m",
            "-Xmx256m",
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            List.of("shared_buffers=64MB", "max_wal_size=512MB")),
    /** As production runs them. */
    LOAD(
            "-Xmx1536m",
            "-Xmx512m",
            List.of("-XX:+UseParallelGC"),
            List.of("shared_buffers=512MB", "max_wal_size=4GB"));

    private final String serverMemory;
    private final String brokerMemory;
    private final List<String> options;
    private final List<String> databaseSettings;

    Profile(
            String serverMemory,
            String brokerMemory,
            List<String> options,
            List<String> databaseSettings) {
        this.serverMemory = serverMemory;
        this.brokerMemory = brokerMemory;
        this.options = options;
        this.databaseSettings = databaseSettings;
    }

    String serverMemory() {
        return serverMemory;
    }

    String brokerMemory() {
        return brokerMemory;
    }

    /** Of their Java. */
    List<String> options() {
        return options;
    }

    /** What changes none of its promises: a commit is on disk either way. */
    List<String> databaseSettings() {
        return databaseSettings;
    }
}
