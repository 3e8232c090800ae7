package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** An open socket, and every frame that it has brought so far. */
public final class SocketRecording implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private SocketRecording() {}

    /**
     * @param path after {@code /ws/queue/}, with query
     * @throws RefusedHandshake if the server does not open it
     */
    public static SocketRecording open(
            StudioClient client, String path, UnaryOperator<WebSocket.Builder> handshake) {
        SocketRecording recording = new SocketRecording();
        URI target =
                URI.create(
                        client.url().toString().replaceFirst("^http", "ws") + "/ws/queue/" + path);
        try {
            recording.socket =
                    handshake
                            .apply(client.http().newWebSocketBuilder())
                            .connectTimeout(PATIENCE)
                            .buildAsync(target, recording)
                            .join();
            return recording;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new RefusedHandshake(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    /** The server did not open the socket. */
    public static final class RefusedHandshake extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedHandshake(int status) {
            super("The handshake was answered with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    /** Frames about one job. */
    public List<JsonNode> framesOf(String jobId) {
        return frames.stream().filter(frame -> jobId.equals(text(frame, "job_id"))).toList();
    }

    /** Waits until a frame of that type about that job has come. */
    public JsonNode await(String type, String jobId) {
        Predicate<JsonNode> wanted =
                frame -> type.equals(text(frame, "type")) && jobId.equals(text(frame, "job_id"));
        List<JsonNode> seen =
                Eventually.get(
                        PATIENCE,
                        type + " of job " + jobId,
                        this::frames,
                        all -> all.stream().anyMatch(wanted));
        return seen.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Waits until the server closes, and returns the reason it gave. */
    public String awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
    }

    public static String text(JsonNode frame, String field) {
        return frame.path(field).asText();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(part.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(error.toString());
    }

    @Override
    public void close() {
        socket.abort();
    }
}
