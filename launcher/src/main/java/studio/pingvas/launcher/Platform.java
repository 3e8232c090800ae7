package studio.pingvas.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One platform in one data folder. Its processes outlive the object and the program that made it;
 * every object over the same folder speaks of the same platform.
 */
public final class Platform {
    private final Checkout checkout = Checkout.find();
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;
    private final Servers servers;

    private Platform(Path folder) {
        data = new DataFolder(folder);
        state = new PlatformState(data);
        secrets = new Secrets(data.secrets());
        servers = new Servers(checkout, data, state, secrets);
    }

    public static Platform in(Path folder) {
        return new Platform(folder);
    }

    /**
     * Starts all parts and waits until the application is ready. When one of them fails, those that
     * were started before it are ended again.
     *
     * @param report takes a line for each part that is up
     */
    public static Platform start(PlatformOptions options, Consumer<String> report) {
        Platform platform = in(options.data());
        DataLock.during(platform.data, () -> platform.startAll(options, new Stopwatch(report)));
        return platform;
    }

    public URI url() {
        if (state.ports() == null) {
            throw new PlatformException(
                    "Nothing was ever started in " + data.root() + ": run ./studio up");
        }
        return URI.create(state.ports().url());
    }

    /** Of one of several servers. */
    public URI url(int server) {
        return servers.url(server);
    }

    /** Of the stand-in for Lemon Squeezy. */
    public URI lemonSqueezyUrl() {
        return URI.create(state.ports().lemonSqueezyUrl());
    }

    public Ports ports() {
        return state.ports();
    }

    public Path accountsFile() {
        return data.accounts();
    }

    /** The proof that {@code up} makes. */
    public Path firstPicture() {
        return data.root().resolve("first-picture.png");
    }

    public Accounts accounts() {
        return Accounts.of(data, secrets);
    }

    /** Of {@code users}, {@code users_owner} and so on; {@code postgres} for the superuser. */
    public String databasePassword(String role) {
        return secrets.password(
                role.equals(Secrets.POSTGRES) ? role : Secrets.ofDatabaseRole(role));
    }

    /** Of {@code server}, {@code worker} or {@code admin}. */
    public String brokerPassword(String user) {
        return secrets.password(Secrets.ofBrokerUser(user));
    }

    /** Of Payara's user {@code admin}. */
    public String administrationPassword() {
        return secrets.password(Secrets.SERVER_ADMIN);
    }

    /** The process of each part: {@code server}, {@code postgresql}, {@code worker-1} and so on. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> alive = new HashMap<>();
        state.processes()
                .forEach(
                        (part, process) ->
                                ProcessHandle.of(process.pid())
                                        .ifPresent(handle -> alive.put(part, handle)));
        return alive;
    }

    /** Every part that was started is alive, and the application, if it was wanted, is ready. */
    public boolean isRunning() {
        return Stream.of(PostgresPart.NAME, BrokerPart.NAME, ServerPart.name(ServerPart.FIRST))
                        .allMatch(state::isAlive)
                && state.processes().values().stream().allMatch(ProcessIdentity::isAlive)
                && (!state.withApplication() || servers.answer());
    }

    public void stop() {
        if (Files.exists(data.state())) {
            DataLock.during(data, this::stopAll);
        }
    }

    public void startWorker(int number) {
        startWorker(number, Map.of());
    }

    /**
     * @param settings of this worker alone, under their names in the environment
     */
    public void startWorker(int number, Map<String, String> settings) {
        if (!state.isAlive(WorkerPart.name(number))) {
            worker(number).with(settings).start();
        }
    }

    /** The worker finishes what it does, or gives it back to the broker. */
    public void stopWorker(int number) {
        worker(number).stop();
    }

    /** As a power cut would. */
    public void killWorker(int number) {
        worker(number).kill();
    }

    public void startBroker() {
        broker().start();
    }

    public void stopBroker() {
        broker().stop();
    }

    /** As a power cut would. */
    public void killBroker() {
        broker().kill();
    }

    /** The server of a platform whose other parts run, and waits until it is ready. */
    public void startServer(PlatformOptions options) {
        startServer(ServerPart.FIRST, options);
    }

    /**
     * One of several servers on the same database, broker and store.
     *
     * @param number the first is 1
     */
    public void startServer(int number, PlatformOptions options) {
        servers.start(number, options.application(), settings(options));
        servers.awaitReady(number);
    }

    public void stopServer(int number) {
        servers.stop(number);
    }

    /** As a power cut would. */
    public void killServer() {
        killServer(ServerPart.FIRST);
    }

    /** As a power cut would. */
    public void killServer(int number) {
        servers.kill(number);
    }

    public void startDatabase() {
        postgres().start();
    }

    /** As a power cut would. */
    public void killDatabase() {
        postgres().kill();
    }

    DataFolder data() {
        return data;
    }

    PlatformState state() {
        return state;
    }

    private void startAll(PlatformOptions options, Stopwatch stopwatch) {
        checkout.require(options);
        stopAll();
        state.use(
                PortPlan.ofThisMachine().choose(options.port(), state.ports()),
                options.application() != null,
                options.workerEnvironment(),
                options.profile());
        servers.choosePorts(options.servers());
        Interruption.during(() -> startParts(options, stopwatch), this::stopAll);
    }

    private void startParts(PlatformOptions options, Stopwatch stopwatch) {
        accounts();
        PrivateFiles.folder(data.objects());
        PrivateFiles.folder(data.mail());
        stopwatch.measure("PostgreSQL", () -> postgres().start());
        stopwatch.measure("Broker", () -> broker().start());
        List<CompletableFuture<Void>> workers = beginWorkers(options, stopwatch);
        if (options.standIn()) {
            stopwatch.measure("Stand-in", () -> lemonSqueezy().start());
        }
        servers.numbers().forEach(number -> startServer(number, options, stopwatch));
        workers.forEach(Platform::join);
        if (options.picture()) {
            stopwatch.measure("Picture", () -> FirstPicture.make(this));
        }
    }

    private void startServer(int number, PlatformOptions options, Stopwatch stopwatch) {
        String which = number == ServerPart.FIRST ? "" : " " + number;
        stopwatch.measure(
                "Server" + which,
                () -> servers.start(number, options.application(), settings(options)));
        if (options.application() != null) {
            stopwatch.measure("Application" + which, () -> servers.awaitReady(number));
        }
    }

    /** They get ready while the server starts: a worker needs the broker alone. */
    private List<CompletableFuture<Void>> beginWorkers(
            PlatformOptions options, Stopwatch stopwatch) {
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int number = 1; number <= options.workers(); number++) {
            String name = "Worker " + number;
            Runnable ready = worker(number).begin();
            workers.add(CompletableFuture.runAsync(() -> stopwatch.measure(name, ready)));
        }
        return workers;
    }

    private static void join(CompletableFuture<Void> worker) {
        try {
            worker.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PlatformException cause ? cause : e;
        }
    }

    private void stopAll() {
        state.processes().keySet().stream()
                .filter(part -> part.startsWith("worker-"))
                .map(part -> Integer.parseInt(part.substring("worker-".length())))
                .forEach(this::stopWorker);
        servers.stop();
        lemonSqueezy().stop();
        broker().stop();
        postgres().stop();
    }

    private PostgresPart postgres() {
        return new PostgresPart(checkout, data, state, secrets);
    }

    private BrokerPart broker() {
        return new BrokerPart(checkout, data, state, secrets);
    }

    /** Of the application, under their names in the environment. */
    private Map<String, String> settings(PlatformOptions options) {
        Map<String, String> settings = new HashMap<>();
        if (options.standIn()) {
            settings.putAll(lemonSqueezy().settings());
        }
        settings.putAll(options.environment());
        return settings;
    }

    private LemonSqueezyPart lemonSqueezy() {
        return new LemonSqueezyPart(checkout, data, state, secrets);
    }

    private WorkerPart worker(int number) {
        return new WorkerPart(checkout, data, state, secrets, number, Map.of());
    }
}
