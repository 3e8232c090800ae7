package studio.pingvas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Artemis, run straight from its distribution with the configuration of {@code artemis/}. */
final class BrokerPart {
    static final String NAME = "broker";
    static final List<String> USERS = List.of("admin", "server", "worker");

    private static final String ACTIVE = "AMQ221007";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final List<String> CONFIGURATION =
            List.of(
                    "artemis-roles.properties",
                    "bootstrap.xml",
                    "broker.xml",
                    "log4j2.properties",
                    "login.config",
                    "management.xml");

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;

    BrokerPart(Checkout checkout, DataFolder data, PlatformState state, Secrets secrets) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
    }

    void start() {
        configure();
        LogFile log = LogFile.fromNow(data.log(NAME));
        Process process = new Background(data, state).start(NAME, command(), Map.of());
        boolean told =
                Waiting.until(START_LIMIT, () -> !process.isAlive() || log.text().contains(ACTIVE));
        if (!told || !process.isAlive()) {
            throw new PlatformException(
                    "The broker did not start; " + data.log(NAME) + " says: " + log.lastLine());
        }
    }

    void stop() {
        state.process(NAME).ifPresent(process -> process.end(STOP_LIMIT));
        state.ended(NAME);
    }

    void kill() {
        state.process(NAME).ifPresent(ProcessIdentity::kill);
        state.ended(NAME);
    }

    private void configure() {
        Path etc = data.broker().resolve("etc");
        for (String name : CONFIGURATION) {
            PrivateFiles.write(etc.resolve(name), resource("/broker/" + name));
        }
        StringBuilder users = new StringBuilder();
        for (String user : USERS) {
            users.append(user)
                    .append(" = ")
                    .append(secrets.password(Secrets.ofBrokerUser(user)))
                    .append('\n');
        }
        PrivateFiles.write(etc.resolve("artemis-users.properties"), users.toString());
        PrivateFiles.folder(data.broker().resolve("tmp"));
    }

    private List<String> command() {
        Path home = checkout.artemis();
        Path etc = data.broker().resolve("etc");
        List<String> command = new ArrayList<>();
        command.add(Background.java());
        command.addAll(state.profile().options());
        command.addAll(
                List.of(
                        "-Xms64m",
                        state.profile().brokerMemory(),
                        "-Djava.io.tmpdir=" + data.broker().resolve("tmp"),
                        "-Djava.security.auth.login.config=" + etc.resolve("login.config"),
                        "-Dlog4j2.configurationFile=" + etc.resolve("log4j2.properties").toUri(),
                        "-Dartemis.home=" + home,
                        "-Dartemis.instance=" + data.broker(),
                        "-Dartemis.instance.etc=" + etc,
                        "-Dstudio.broker.configuration=" + etc.resolve("broker.xml").toUri(),
                        "-Dstudio.broker.host=" + Ports.HOST,
                        "-Dstudio.broker.port=" + state.ports().broker(),
                        "-Dstudio.broker.data=" + data.broker().resolve("data"),
                        "-cp",
                        home.resolve("lib/artemis-boot.jar").toString(),
                        "org.apache.activemq.artemis.boot.Artemis",
                        "run"));
        return command;
    }

    private static byte[] resource(String name) {
        try (InputStream content = BrokerPart.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
