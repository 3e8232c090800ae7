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

/** Payara with a private domain, the resource adapter and, if wanted, the application. */
final class ServerPart {
    static final String NAME = "server";
    static final String ADMINISTRATION = "administration";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;
    private final Map<String, String> further;

    /**
     * @param further settings of the application, under their names in the environment
     */
    ServerPart(
            Checkout checkout,
            DataFolder data,
            PlatformState state,
            Secrets secrets,
            Map<String, String> further) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
        this.further = further;
    }

    /**
     * A domain holds no state of its own, so one whose configuration, adapter or application has
     * changed is made anew rather than brought up to date.
     *
     * @param application the EAR, null for a server without one
     */
    void start(Path application) {
        ServerDomain domain = new ServerDomain(checkout, data, state, secrets);
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
        state.process(ADMINISTRATION).ifPresent(process -> process.end(STOP_LIMIT));
        state.ended(ADMINISTRATION);
        recordServer();
        state.process(NAME).ifPresent(process -> process.end(STOP_LIMIT));
        state.ended(NAME);
    }

    void kill() {
        recordServer();
        state.process(NAME).ifPresent(ProcessIdentity::kill);
        state.ended(NAME);
    }

    private void startDomain(ServerDomain domain) {
        LogFile log = LogFile.fromNow(data.log(ADMINISTRATION));
        Process starter =
                asadmin(
                        List.of(
                                "start-domain",
                                "--domaindir",
                                domain.folder().getParent().toString(),
                                ServerDomain.NAME));
        boolean ended =
                Waiting.until(
                        START_LIMIT,
                        () -> {
                            if (!state.isAlive(NAME)) {
                                recordServer();
                            }
                            return !starter.isAlive();
                        });
        if (!ended || starter.exitValue() != 0 || !state.isAlive(NAME)) {
            throw new PlatformException(
                    "Payara did not start; " + data.log(NAME) + " says: " + log.lastLine());
        }
        state.ended(ADMINISTRATION);
    }

    private void deploy(String name, Path archive) {
        LogFile log = LogFile.fromNow(data.log(ADMINISTRATION));
        Process command = asadmin(List.of("deploy", "--name", name, archive.toString()));
        boolean ended = Waiting.until(START_LIMIT, () -> !command.isAlive());
        if (!ended || command.exitValue() != 0) {
            throw new PlatformException(
                    archive.getFileName()
                            + " was not deployed: "
                            + log.text().lines().limit(3).reduce((a, b) -> a + " " + b).orElse("")
                            + " (more in "
                            + data.log(NAME)
                            + ")");
        }
        state.ended(ADMINISTRATION);
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
                        Integer.toString(state.ports().admin()),
                        "--user",
                        ServerDomain.ADMIN,
                        "--passwordfile",
                        passwordFile().toString()));
        whole.addAll(command);
        return new Background(data, state).start(ADMINISTRATION, whole, environment());
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
        settings.put("STUDIO_WEB_ORIGINS", String.join(",", state.ports().origins()));
        settings.put("STUDIO_STORE_PATH", data.objects().toString());
        settings.put("STUDIO_MAIL_FOLDER", data.mail().toString());
        settings.put("STUDIO_MODELS_PATH", checkout.models().toString());
        settings.put("STUDIO_MASTER_KEY", secrets.key(Secrets.MASTER_KEY));
        settings.putAll(further);
        settings.putAll(Accounts.of(data, secrets).settings());
        return settings;
    }

    /**
     * The server is started by another process, so its number is found by the domain on its command
     * line; so is a server whose launcher was killed before it could write it down.
     */
    private void recordServer() {
        Path domain = data.payara().resolve("domains").resolve(ServerDomain.NAME);
        serverOf(domain).ifPresent(process -> state.started(NAME, process));
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
