package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.StreamRecording;
import studio.pingvas.system.client.StreamRecording.Event;
import studio.pingvas.system.client.Wanted;

/** Jobs followed by server-sent events. */
class StreamIT {
    private final Person person = EndToEnd.newcomer();

    @Test
    void jobIsFollowedToItsEndAndTheEndIsRemembered() {
        String jobId = person.order(Wanted.aPicture().steps(20));
        String path = "queue/items/" + jobId + "/stream";
        List<Event> events;
        try (StreamRecording stream = StreamRecording.open(person, path, null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            events = stream.awaitEnd();
        }

        assertThat(events).extracting(Event::type).startsWith("queued").endsWith("completed");
        assertThat(events).extracting(Event::type).contains("progress");
        assertThat(events).extracting(Event::id).isSorted();
        assertThat(events)
                .allSatisfy(
                        event -> {
                            assertThat(event.data().get("job_id").asText()).isEqualTo(jobId);
                            assertThat(event.data().get("type").asText()).isEqualTo(event.type());
                            assertThat(event.data().get("seq").asLong()).isEqualTo(event.id());
                        });
        Event last = events.get(events.size() - 1);
        person.get(last.data().get("result").get("image_url").asText()).with(200);

        assertThat(replayed(path, Long.toString(last.id() - 1)))
                .extracting(Event::type)
                .containsExactly("completed");
        try (StreamRecording again = StreamRecording.open(person, path, Long.toString(last.id()))) {
            assertThat(again.status()).isEqualTo(204);
        }
    }

    @Test
    void allJobsAreFollowedInOneStream() {
        try (StreamRecording stream = StreamRecording.open(person, "queue/stream", null)) {
            String first = person.order(Wanted.aPicture());
            String second = person.order(Wanted.aPicture());
            person.completed(first);
            person.completed(second);

            List<Event> events =
                    Eventually.get(
                            java.time.Duration.ofSeconds(20),
                            "both ends",
                            stream::events,
                            all -> all.stream().filter(StreamIT::isEnd).count() == 2);
            assertThat(events.stream().filter(StreamIT::isEnd))
                    .extracting(event -> event.data().get("job_id").asText())
                    .containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void streamsOfOneUserAreLimitedAndEndingOneMakesRoom() {
        List<StreamRecording> open = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(StreamRecording.open(person, "queue/stream", null));
            }
            assertThat(open).extracting(StreamRecording::status).containsOnly(200);
            assertThat(person.get("queue/stream").with(429).problem())
                    .isEqualTo("429 rate-limited");

            open.remove(0).close();
            Eventually.get(
                    java.time.Duration.ofSeconds(30),
                    "room",
                    () -> StreamRecording.open(person, "queue/stream", null),
                    opened -> {
                        open.add(opened);
                        return opened.status() == 200;
                    });
        } finally {
            open.forEach(StreamRecording::close);
        }
    }

    @Test
    void whatIsNoNumberOfAnEventIsRefused() {
        try (StreamRecording refused = StreamRecording.open(person, "queue/stream", "x")) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    private List<Event> replayed(String path, String lastEventId) {
        try (StreamRecording stream = StreamRecording.open(person, path, lastEventId)) {
            return stream.awaitEnd();
        }
    }

    private static boolean isEnd(Event event) {
        return event.type().equals("completed");
    }
}
