package studio.pingvas.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from its binaries. */
final class PostgresPart {
    static final String NAME = "postgresql";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int ROOT = 0;
    private static final String ACCESS =
            """
            # The modules' roles reach their database and no other.
            host studio all 127.0.0.1/32 scram-sha-256
            host all postgres 127.0.0.1/32 scram-sha-256
            """;

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;

    PostgresPart(Checkout checkout, DataFolder data, PlatformState state, Secrets secrets) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
    }

    void start() {
        if (!Files.exists(data.postgresql())) {
            initialize();
        }
        LogFile log = LogFile.fromNow(data.log(NAME));
        Process process = new Background(data, state).start(NAME, command(), Map.of());
        boolean answers =
                Waiting.until(START_LIMIT, () -> !process.isAlive() || database().answers());
        if (!answers || !process.isAlive()) {
            throw new PlatformException(
                    "PostgreSQL did not start; " + data.log(NAME) + " says: " + log.lastLine());
        }
        database().prepare();
    }

    void stop() {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for its clients.
        state.process(NAME).ifPresent(process -> process.interrupt(STOP_LIMIT));
        state.ended(NAME);
    }

    void kill() {
        state.process(NAME).ifPresent(ProcessIdentity::kill);
        state.ended(NAME);
    }

    private StudioDatabase database() {
        return new StudioDatabase(state.ports(), secrets);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(checkout.postgresql().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.postgresql().toString()));
        for (String setting :
                List.of(
                        "listen_addresses=" + Ports.HOST,
                        "port=" + state.ports().database(),
                        "unix_socket_directories=",
                        "max_connections=150",
                        "timezone=UTC",
                        "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        for (String setting : state.profile().databaseSettings()) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    /** PostgreSQL refuses to run as root: there it gets a user namespace without root in it. */
    private static List<String> asOrdinaryUser() {
        try {
            if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT)) {
                return List.of();
            }
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() != 0) {
                throw new PlatformException(
                        "PostgreSQL refuses to run as root, and this machine allows no user"
                                + " namespace (unshare -U): run ./studio as an ordinary user.");
            }
            return List.of("unshare", "-U");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("The start of PostgreSQL was interrupted", e);
        }
    }

    /** Under another name first, so that a start that was killed leaves no half cluster. */
    private void initialize() {
        Path half = data.root().resolve("postgresql.new");
        Folders.delete(half);
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(checkout.postgresql().resolve("bin/initdb").toString());
        command.addAll(
                List.of(
                        "--pgdata=" + half,
                        "--username=" + StudioDatabase.SUPERUSER,
                        "--pwfile=" + secrets.file(Secrets.POSTGRES),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        PrivateFiles.folder(data.logs());
        try {
            int exit =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(data.log(NAME).toFile()))
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new PlatformException(
                        "initdb failed; "
                                + data.log(NAME)
                                + " says: "
                                + LogFile.fromStart(data.log(NAME)).lastLine());
            }
            Files.writeString(half.resolve("pg_hba.conf"), ACCESS);
            Files.move(half, data.postgresql(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PlatformException("initdb cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("initdb was interrupted", e);
        }
    }
}
