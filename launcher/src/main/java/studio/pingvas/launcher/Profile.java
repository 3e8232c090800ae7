package studio.pingvas.launcher;

import java.util.List;

/** What the servers of a platform are started for. */
public enum Profile {
    /**
     * Half the work of a start is optimising code that then mostly waits for workers (21 instead of
     * 46 seconds of processor time for the server, measured).
     */
    QUICK_START("-Xmx640m", "-Xmx256m", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
    /** As production runs them. */
    LOAD("-Xmx1536m", "-Xmx512m", List.of("-XX:+UseParallelGC"));

    private final String serverMemory;
    private final String brokerMemory;
    private final List<String> options;

    Profile(String serverMemory, String brokerMemory, List<String> options) {
        this.serverMemory = serverMemory;
        this.brokerMemory = brokerMemory;
        this.options = options;
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
}
