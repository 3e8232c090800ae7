package studio.pingvas.launcher;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code studio.json} remembers: the address, the ports and the processes of a platform. */
final class PlatformState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder data;
    private Ports ports;
    private final Map<String, ProcessIdentity> processes = new LinkedHashMap<>();

    private PlatformState(DataFolder data) {
        this.data = data;
    }

    static PlatformState read(DataFolder data) {
        PlatformState state = new PlatformState(data);
        if (Files.exists(data.state())) {
            try {
                Content content = JSON.readValue(data.state().toFile(), Content.class);
                state.ports = content.ports();
                state.processes.putAll(content.processes());
            } catch (IOException e) {
                throw new PlatformException(
                        data.state() + " cannot be read, move it away: " + e.getMessage(), e);
            }
        }
        return state;
    }

    /** Null before the first start. */
    synchronized Ports ports() {
        return ports;
    }

    synchronized void use(Ports chosen) {
        ports = chosen;
        write();
    }

    synchronized void started(String part, ProcessIdentity process) {
        processes.put(part, process);
        write();
    }

    synchronized void ended(String part) {
        if (processes.remove(part) != null) {
            write();
        }
    }

    synchronized Optional<ProcessIdentity> process(String part) {
        return Optional.ofNullable(processes.get(part));
    }

    synchronized Map<String, ProcessIdentity> processes() {
        return new LinkedHashMap<>(processes);
    }

    boolean isAlive(String part) {
        return process(part).filter(ProcessIdentity::isAlive).isPresent();
    }

    private void write() {
        try {
            PrivateFiles.write(
                    data.state(),
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(
                                    new Content(
                                            ports == null ? null : ports.url(), ports, processes)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Content(String url, Ports ports, Map<String, ProcessIdentity> processes) {}
}
