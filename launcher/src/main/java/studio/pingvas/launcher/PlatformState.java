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
import java.util.function.UnaryOperator;

/**
 * What {@code studio.json} remembers: the address, the ports and the processes of a platform. It is
 * read anew for every question, because another launcher may have written it meanwhile.
 */
final class PlatformState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder data;

    PlatformState(DataFolder data) {
        this.data = data;
    }

    /** Null before the first start. */
    Ports ports() {
        return read().ports();
    }

    /** Those of one server; the first one's are those of the platform. */
    Ports ports(int server) {
        return server == ServerPart.FIRST ? ports() : read().furtherServers().get(server);
    }

    Map<Integer, Ports> furtherServers() {
        return read().furtherServers();
    }

    /** False for a server that waits for somebody else to deploy to it. */
    boolean withApplication() {
        return read().withApplication();
    }

    Map<String, ProcessIdentity> processes() {
        return read().processes();
    }

    Optional<ProcessIdentity> process(String part) {
        return Optional.ofNullable(processes().get(part));
    }

    boolean isAlive(String part) {
        return process(part).filter(ProcessIdentity::isAlive).isPresent();
    }

    /** What the parts that are started later are started for, too. */
    Profile profile() {
        Profile profile = read().profile();
        return profile == null ? Profile.QUICK_START : profile;
    }

    /** A worker that is started later is told the same as those before it. */
    Map<String, String> workerEnvironment() {
        Map<String, String> environment = read().workerEnvironment();
        return environment == null ? Map.of() : environment;
    }

    void use(
            Ports ports,
            boolean withApplication,
            Map<String, String> workerEnvironment,
            Profile profile) {
        change(
                before ->
                        new Content(
                                ports.url(),
                                ports,
                                withApplication,
                                workerEnvironment,
                                profile,
                                new LinkedHashMap<>(),
                                before.processes()));
    }

    void useServer(int number, Ports ports) {
        change(
                before -> {
                    before.furtherServers().put(number, ports);
                    return before;
                });
    }

    void started(String part, ProcessIdentity process) {
        change(
                before -> {
                    before.processes().put(part, process);
                    return before;
                });
    }

    void ended(String part) {
        change(
                before -> {
                    before.processes().remove(part);
                    return before;
                });
    }

    private synchronized void change(UnaryOperator<Content> change) {
        try {
            PrivateFiles.write(
                    data.state(),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(change.apply(read())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content read() {
        if (!Files.exists(data.state())) {
            return new Content(
                    null,
                    null,
                    false,
                    Map.of(),
                    null,
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }
        try {
            return JSON.readValue(data.state().toFile(), Content.class);
        } catch (IOException e) {
            throw new PlatformException(
                    data.state() + " cannot be read, move it away: " + e.getMessage(), e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Content(
            String url,
            Ports ports,
            boolean withApplication,
            Map<String, String> workerEnvironment,
            Profile profile,
            Map<Integer, Ports> furtherServers,
            Map<String, ProcessIdentity> processes) {
        Content {
            // A folder of an earlier version knows one server.
            furtherServers = furtherServers == null ? new LinkedHashMap<>() : furtherServers;
        }
    }
}
