package studio.pingvas.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import studio.pingvas.system.client.RawSocket;
import studio.pingvas.system.client.StudioClient;
import studio.pingvas.system.client.Wanted;

/** Orders pictures and follows them over connections that break at random moments. */
final class CutClient {
    private static final int MOST_ORDERS_OPEN = 2;
    private static final int CUTS_PER_ORDER = 4;
    private static final int MOST_FRAMES = 6;
    private static final int PATIENCE_CUTS = 5;
    private static final int LONGEST_MILLIS = 300;
    private static final int ONE_IN_THE_HANDSHAKE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String userId;
    private final String apiKey;
    private final Random random;
    private final StudioClient api;

    /** Number and job of each end, as they were heard. */
    private final List<String> ends = new ArrayList<>();

    private int orders;
    private int endsBeforeCuts;
    private long seq;

    CutClient(StudioClient api, String userId, String apiKey, long seed) {
        this.api = api;
        this.userId = userId;
        this.apiKey = apiKey;
        this.random = new Random(seed);
    }

    String userId() {
        return userId;
    }

    List<String> ends() {
        return ends;
    }

    int orders() {
        return orders;
    }

    int endsBeforeCuts() {
        return endsBeforeCuts;
    }

    /**
     * Loses its connection so often, on a slow machine until it has heard of an end, and then hears
     * of what is left.
     */
    void follow(int cuts) {
        for (int cut = 0; cut < cuts || ends.isEmpty() && cut < PATIENCE_CUTS * cuts; cut++) {
            if (cut % CUTS_PER_ORDER == 0 && orders - ends.size() < MOST_ORDERS_OPEN) {
                api.post(apiKey, "generate/text-to-image", Wanted.aPicture().json()).with(202);
                orders++;
            }
            connectAndLose();
        }
        endsBeforeCuts = ends.size();
        try (RawSocket socket = open()) {
            while (ends.size() < orders) {
                hear(
                        socket.next(PATIENCE)
                                .orElseThrow(() -> new AssertionError("Heard only of " + ends)));
            }
        }
    }

    private void connectAndLose() {
        if (random.nextInt(ONE_IN_THE_HANDSHAKE) == 0) {
            new RawSocket(api.url(), apiKey, query()).cut();
            return;
        }
        RawSocket socket = open();
        hearSome(socket);
        if (random.nextBoolean()) {
            socket.cut();
        } else {
            socket.close();
        }
    }

    private void hearSome(RawSocket socket) {
        long end = System.nanoTime() + Duration.ofMillis(random.nextInt(LONGEST_MILLIS)).toNanos();
        for (int frames = random.nextInt(MOST_FRAMES); frames > 0; frames--) {
            Optional<JsonNode> frame = socket.next(Duration.ofNanos(end - System.nanoTime()));
            if (frame.isEmpty()) {
                return;
            }
            hear(frame.get());
        }
    }

    private RawSocket open() {
        return RawSocket.open(api.url(), apiKey, query());
    }

    private String query() {
        return "?last_seq=" + seq;
    }

    private void hear(JsonNode frame) {
        long number = frame.get("seq").asLong();
        if (number < seq) {
            throw new AssertionError("After " + seq + " came " + frame);
        }
        seq = number;
        String type = frame.get("type").asText();
        if (type.equals("completed")) {
            ends.add(number + " " + frame.get("job_id").asText());
        } else if (!List.of("queued", "progress").contains(type)) {
            throw new AssertionError("An end that nobody expected: " + frame);
        }
    }
}
