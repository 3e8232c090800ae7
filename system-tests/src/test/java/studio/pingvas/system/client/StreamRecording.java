package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A stream of server-sent events, and every event that it has brought so far. */
public final class StreamRecording implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param id number of the event
     */
    public record Event(long id, String type, JsonNode data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final CompletableFuture<Void> end;

    private StreamRecording(HttpResponse<Stream<String>> response) {
        this.response = response;
        this.end = CompletableFuture.runAsync(this::read);
    }

    /**
     * @param path under the API
     * @param lastEventId null for none
     */
    public static StreamRecording open(Person person, String path, String lastEventId) {
        HttpRequest.Builder request = person.client().request(person.token(), path).GET();
        request.setHeader("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new StreamRecording(
                    person.client().http().send(request.build(), BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits until the server ends the stream. */
    public List<Event> awaitEnd() {
        end.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        return events();
    }

    private void read() {
        Map<String, String> fields = new java.util.HashMap<>();
        response.body()
                .forEach(
                        line -> {
                            if (line.isEmpty() && fields.containsKey("data")) {
                                events.add(eventOf(fields));
                                fields.clear();
                            } else if (line.indexOf(':') > 0) {
                                int colon = line.indexOf(':');
                                fields.put(line.substring(0, colon), line.substring(colon + 2));
                            }
                        });
    }

    private static Event eventOf(Map<String, String> fields) {
        try {
            return new Event(
                    Long.parseLong(fields.get("id")),
                    fields.get("event"),
                    JSON.readTree(fields.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        response.body().close();
    }
}
