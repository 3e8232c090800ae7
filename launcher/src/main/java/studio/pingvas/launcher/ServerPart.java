package studio.pingvas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Payara with a private domain, the resource adapter and, if wanted, the application. */
final class ServerPart {
    static final int FIRST = 1;

    private static final String NAME = "server";
    private static final String ADMINISTRATION = "administration";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;
    private final int number;
    private final Map<String, String> further;

    /**
     * @param further settings of the application, under their names in the environment
     */
    ServerPart(
            Checkout checkout,
            DataFolder data,
            PlatformState state,
            Secrets secrets,
            int number,
            Map<String, String> further) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
        this.number = number;
        this.further = further;
    }

    static String name(int number) {
        return of(NAME, number);
    }

    private static String of(String part, int number) {
        return number == FIRST ? part : part + "-" + number;
    }

    private String name() {
        return name(number);
    }

    private String administration() {
        return of(ADMINISTRATION, number);
    }

    private ServerDomain domain() {
        return new ServerDomain(checkout, data, state, secrets, number);
    }

    /**
     * A domain holds no state of its own, so one whose configuration, adapter or application has
     * changed is made anew rather than brought up to date.
     *
     * @param application the EAR, null for a server without one
     */
    void start(Path application) {
        ServerDomain domain = domain();
        boolean asBefore = domain.isComplete(application);
        if (!asBefore) {
            domain.create();
        }
        startDomain(domain);
        if (!asBefore) {
            deploy(ServerDomain.RESOURCE_ADAPTER, checkout.resourceAdapter());
            if (application != null) {
                deploy(ServerDomain.APPLICATION, application);
            }
            domain.completed(application);
        }
    }

    void stop() {
        state.process(administration()).ifPresent(process -> process.end(STOP_LIMIT));
        state.ended(administration());
        recordServer();
        state.process(name()).ifPresent(process -> process.end(STOP_LIMIT));
        state.ended(name());
    }

    void kill() {
        recordServer();
        state.process(name()).ifPresent(ProcessIdentity::kill);
        state.ended(name());
    }

    private void startDomain(ServerDomain domain) {
        LogFile log = LogFile.fromNow(data.log(administration()));
        Process starter =
                asadmin(
                        List.of(
                                "start-domain",
                                "--domaindir",
                                domain.folder().getParent().toString(),
                                domain.folder().getFileName().toString()));
        boolean ended =
                Waiting.until(
                        START_LIMIT,
                        () -> {
                            if (!state.isAlive(name())) {
                                recordServer();
                            }
                            return !starter.isAlive();
                        });
        if (!ended || starter.exitValue() != 0 || !state.isAlive(name())) {
            throw new PlatformException(
                    "Payara did not start; " + data.log(name()) + " says: " + log.lastLine());
        }
        state.ended(administration());
    }

    private void deploy(String name, Path archive) {
        LogFile log = LogFile.fromNow(data.log(administration()));
        Process command = asadmin(List.of("deploy", "--name", name, archive.toString()));
        boolean ended = Waiting.until(START_LIMIT, () -> !command.isAlive());
        if (!ended || command.exitValue() != 0) {
            throw new PlatformException(
                    archive.getFileName()
                            + " was not deployed: "
                            + log.text().lines().limit(3).reduce((a, b) -> a + " " + b).orElse("")
                            + " (more in "
                            + data.log(name())
                            + ")");
        }
        state.ended(administration());
    }

    private Process asadmin(List<String> command) {
        List<String> whole = new ArrayList<>();
        whole.add(Background.java());
        whole.addAll(Profile.QUICK_START.options());
        whole.add("-jar");
        whole.add(checkout.payara().resolve("glassfish/lib/client/appserver-cli.jar").toString());
        whole.addAll(
                List.of(
                        "--interactive=false",
                        "--host",
                        Ports.HOST,
                        "--port",
                        Integer.toString(state.ports(number).admin()),
                        "--user",
                        ServerDomain.ADMIN,
                        "--passwordfile",
                        passwordFile().toString()));
        whole.addAll(command);
        return new Background(data, state).start(administration(), whole, environment());
    }

    private Path passwordFile() {
        Path file = data.payara().resolve("passwords");
        PrivateFiles.write(
                file,
                "AS_ADMIN_PASSWORD="
                        + secrets.password(Secrets.SERVER_ADMIN)
                        + "\nAS_ADMIN_MASTERPASSWORD="
                        + ServerDomain.MASTER_PASSWORD
                        + "\n");
        return file;
    }

    /** What the application reads by MicroProfile Config; the server inherits it. */
    private Map<String, String> environment() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("AS_JAVA", System.getProperty("java.home"));
        settings.put("TERM", "dumb");
        settings.put("STUDIO_URL", state.ports().url());
        settings.put("STUDIO_WEB_ORIGINS", String.join(",", origins()));
        settings.put("STUDIO_STORE_PATH", data.objects().toString());
        settings.put("STUDIO_MAIL_FOLDER", data.mail().toString());
        settings.put("STUDIO_MODELS_PATH", checkout.models().toString());
        settings.put("STUDIO_MASTER_KEY", secrets.key(Secrets.MASTER_KEY));
        settings.putAll(further);
        settings.putAll(Accounts.of(data, secrets).settings());
        return settings;
    }

    /** Of all servers: a page may be served by one and open its socket at another. */
    private List<String> origins() {
        return Stream.concat(Stream.of(state.ports()), state.furtherServers().values().stream())
                .flatMap(ports -> ports.origins().stream())
                .toList();
    }

    /**
     * The server is started by another process, so its number is found by the domain on its command
     * line; so is a server whose launcher was killed before it could write it down.
     */
    private void recordServer() {
        serverOf(domain().folder()).ifPresent(process -> state.started(name(), process));
    }

    private static Optional<ProcessIdentity> serverOf(Path domain) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasArguments(process.pid(), "-domaindir", domain.toString()))
                .map(process -> ProcessIdentity.of(process.pid()))
                .filter(ProcessIdentity::isAlive)
                .findFirst();
    }

    private static boolean hasArguments(long pid, String option, String value) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"))
                    .contains("\0" + option + "\0" + value + "\0");
        } catch (IOException e) {
            // Ended meanwhile, or it belongs to somebody else.
            return false;
        }
    }
}
