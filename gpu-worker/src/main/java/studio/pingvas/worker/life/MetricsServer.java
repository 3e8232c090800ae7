package studio.pingvas.worker.life;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import studio.pingvas.worker.metrics.PrometheusText;

/**
 * {@code GET /metrics} and {@code GET /health}, nothing else. An answer from {@code /health} means
 * that the process lives; a broker or a store that is away is no reason to start it again.
 */
public final class MetricsServer implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, MetricsServer::daemon);

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @param metrics makes the page
     * @throws CannotStartException if the address cannot be bound
     */
    public static MetricsServer start(String host, int port, Supplier<String> metrics) {
        // Whoever sends or reads slowly must not keep one of the few threads.
        System.setProperty("sun.net.httpserver.maxReqTime", "5");
        System.setProperty("sun.net.httpserver.maxRspTime", "5");
        HttpServer http = bind(host, port);
        MetricsServer server = new MetricsServer(http);
        http.setExecutor(server.threads);
        http.createContext("/", page("/metrics", PrometheusText.CONTENT_TYPE, metrics));
        http.createContext("/health", page("/health", "text/plain; charset=utf-8", () -> "ok\n"));
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(String host, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        } catch (IOException | UnresolvedAddressException e) {
            String address = host + ":" + port;
            throw new CannotStartException("metrics cannot be at " + address + ": " + e, e);
        }
    }

    private static HttpHandler page(String path, String type, Supplier<String> content) {
        return exchange -> {
            try (exchange) {
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    exchange.sendResponseHeaders(NOT_FOUND, -1);
                } else if (!exchange.getRequestMethod().equals("GET")) {
                    exchange.getResponseHeaders().set("Allow", "GET");
                    exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                } else {
                    answer(exchange, type, content.get());
                }
            }
        };
    }

    private static void answer(HttpExchange exchange, String type, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(OK, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "metrics");
        thread.setDaemon(true);
        return thread;
    }
}
