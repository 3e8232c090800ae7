package studio.pingvas.launcher.lemonsqueezy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The stand-in as a program: one HTTP server on loopback. */
public final class StandIn implements AutoCloseable {
    public static final String READY = "stand-in ready";

    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final State state;
    private final WebhookSender webhooks;
    private final Routes routes;

    private StandIn(StandInSettings settings, Catalog catalog) throws IOException {
        Files.createDirectories(settings.folder());
        Clock clock = Clock.systemUTC();
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getByName(HOST), settings.port()), 0);
        state = new State(settings.folder().resolve("state.json"), clock);
        SignedLinks links =
                new SignedLinks("http://" + HOST + ":" + port(), settings.apiKey(), clock);
        Documents documents = new Documents(links);
        webhooks =
                new WebhookSender(
                        state, documents, settings.webhookSecret(), settings.webhookAddress());
        Shop shop = new Shop(state, catalog, webhooks, settings.storeId());
        SubscriptionLife life = new SubscriptionLife(state, catalog, webhooks);
        Api api =
                new Api(
                        settings.apiKey(),
                        state,
                        documents,
                        new CheckoutsApi(state, catalog, settings.storeId()),
                        new SubscriptionsApi(catalog, life),
                        shop);
        routes =
                new Routes(
                        api,
                        new RateLimit(clock),
                        new CheckoutPages(state, catalog, shop),
                        new CustomerPages(state, catalog, life, links),
                        new ControlPages(state, catalog, webhooks, links),
                        new Control(state, catalog, shop, life, webhooks));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        clockwork.scheduleWithFixedDelay(() -> passTime(life), 1, 30, TimeUnit.SECONDS);
        webhooks.takeUpAgain();
        server.start();
    }

    public static void main(String[] arguments) {
        StandInSettings settings = StandInSettings.of(System.getenv());
        StandIn standIn = open(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(standIn::close));
        System.out.println(READY + ": " + settings);
    }

    /** With what the application sells. */
    public static StandIn open(StandInSettings settings) {
        return open(settings, Catalog.bundled());
    }

    static StandIn open(StandInSettings settings, Catalog catalog) {
        try {
            return new StandIn(settings, catalog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        clockwork.shutdownNow();
        webhooks.close();
    }

    private void passTime(SubscriptionLife life) {
        synchronized (state) {
            try {
                life.passTime();
                state.save();
            } catch (RuntimeException e) {
                // Uncaught it would end the schedule for good.
                e.printStackTrace();
            }
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Routes.Answer answer = routes.answer(exchange, state);
            answer.reply().write(exchange, answer.headers());
            System.out.println(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestURI().getPath()
                            + " "
                            + answer.reply().status());
        } catch (RuntimeException e) {
            e.printStackTrace();
            Reply.text(500, "text/plain", "The stand-in has a fault; see its log.")
                    .write(exchange, Map.of());
        }
    }
}
