package studio.pingvas.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import studio.pingvas.launcher.PlatformException;

/** The frames of the caller's jobs, in order, over as many connections as it takes. */
final class JobSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/ws/queue/me";

    private final StudioApi api;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private WebSocket socket;
    private volatile long lastSeq = -1;
    private volatile boolean broken;

    JobSocket(StudioApi api) {
        this.api = api;
        socket = api.open(PATH, new Listener());
    }

    /**
     * @return the next frame, or null if none came in that time
     */
    JsonNode next(Duration wait) {
        if (broken) {
            reconnect();
        }
        try {
            return frames.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void reconnect() {
        broken = false;
        try {
            socket = api.open(lastSeq < 0 ? PATH : PATH + "?last_seq=" + lastSeq, new Listener());
        } catch (PlatformException e) {
            // The caller goes on asking, and between two questions this is tried again.
            broken = true;
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                receive(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            broken = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            broken = true;
        }

        private void receive(String json) {
            try {
                JsonNode frame = JSON.readTree(json);
                lastSeq = Math.max(lastSeq, frame.path("seq").asLong(-1));
                frames.add(frame);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A frame that is not JSON", e);
            }
        }
    }
}
