package studio.pingvas.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The servers of a platform: as many as wanted on the same database, broker and store. */
final class Servers {
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;

    Servers(Checkout checkout, DataFolder data, PlatformState state, Secrets secrets) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
    }

    /** Those that have ports, whether they run or not. */
    Stream<Integer> numbers() {
        return Stream.concat(Stream.of(ServerPart.FIRST), state.furtherServers().keySet().stream());
    }

    URI url(int number) {
        Ports ports = state.ports(number);
        if (ports == null) {
            throw new PlatformException(
                    "Server " + number + " was never started in " + data.root() + ".");
        }
        return URI.create(ports.url());
    }

    /** Before any of them starts: each is told where the others are. */
    void choosePorts(int howMany) {
        IntStream.rangeClosed(ServerPart.FIRST + 1, howMany).forEach(this::requirePorts);
    }

    private void requirePorts(int number) {
        if (state.ports(number) == null) {
            state.useServer(
                    number,
                    PortPlan.ofThisMachine()
                            .further(state.ports(), state.furtherServers().values()));
        }
    }

    /**
     * @param settings of the application, under their names in the environment
     */
    void start(int number, Path application, Map<String, String> settings) {
        requirePorts(number);
        part(number, settings).start(application);
    }

    void awaitReady(int number) {
        Readiness.of(url(number)).await(READY_LIMIT, data.log(ServerPart.name(number)));
    }

    /** The first one runs and those that were started besides, and all of them serve. */
    boolean answer() {
        return numbers()
                .filter(number -> number == ServerPart.FIRST || isAlive(number))
                .allMatch(number -> Readiness.of(url(number)).answers());
    }

    private boolean isAlive(int number) {
        return state.isAlive(ServerPart.name(number));
    }

    void stop() {
        numbers().forEach(this::stop);
    }

    void stop(int number) {
        part(number, Map.of()).stop();
    }

    void kill(int number) {
        part(number, Map.of()).kill();
    }

    private ServerPart part(int number, Map<String, String> settings) {
        return new ServerPart(checkout, data, state, secrets, number, settings);
    }
}
