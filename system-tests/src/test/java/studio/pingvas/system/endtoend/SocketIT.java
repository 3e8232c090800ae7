package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.SocketRecording;
import studio.pingvas.system.client.SocketRecording.RefusedHandshake;
import studio.pingvas.system.client.Wanted;

class SocketIT {
    private final Person person = EndToEnd.newcomer();

    @Test
    void jobIsFollowedFromTheQueueToThePicture() {
        try (SocketRecording socket = person.socket("")) {
            String jobId = person.order(Wanted.aPicture().steps(8).seed(3));

            JsonNode completed = socket.await("completed", jobId);

            assertThat(completed.get("status").asText()).isEqualTo("completed");
            assertThat(completed.get("credits_used"))
                    .isEqualTo(person.job(jobId).get("credits_used"));
            JsonNode result = completed.get("result");
            person.get(result.get("image_url").asText()).with(200);
            assertThat(result.get("images")).hasSize(1);
            assertThat(result.get("metadata").toString()).contains("\"seed\":3");
            List<JsonNode> frames = socket.framesOf(jobId);
            assertThat(frames.get(0).get("type").asText()).isEqualTo("queued");
            assertThat(frames)
                    .filteredOn(frame -> frame.get("type").asText().equals("progress"))
                    .isNotEmpty()
                    .allSatisfy(
                            frame -> {
                                assertThat(frame.get("status").asText()).isEqualTo("processing");
                                assertThat(frame.get("total_steps").asInt()).isEqualTo(8);
                            });
            assertThat(frames).isSortedAccordingTo(SocketIT::bySeq);
        }
    }

    @Test
    void progressShowsThePictureAsItAppears() {
        try (SocketRecording socket = person.socket("")) {
            String jobId = person.order(Wanted.aPicture().steps(20));
            socket.await("completed", jobId);

            List<JsonNode> previews =
                    socket.framesOf(jobId).stream()
                            .filter(frame -> frame.has("preview_image"))
                            .toList();

            assertThat(previews).isNotEmpty();
            assertThat(previews)
                    .allSatisfy(frame -> assertThat(isJpeg(frame.get("preview_image"))).isTrue());
            assertThat(previews).extracting(frame -> frame.get("current_step").asInt()).isSorted();
        }
    }

    @Test
    void eventsThatWereMissedAreReplayed() {
        String first = person.order(Wanted.aPicture());
        person.completed(first);
        long seen = lastSeq(person);
        String missed = person.order(Wanted.aPicture());
        person.completed(missed);

        try (SocketRecording socket = person.socket("?last_seq=" + seen)) {
            socket.await("completed", missed);

            assertThat(socket.framesOf(first)).isEmpty();
            assertThat(socket.frames())
                    .extracting(frame -> frame.get("seq").asLong())
                    .allMatch(seq -> seq > seen)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void runningJobIsShownToWhoConnectsInBetween() {
        String jobId = person.order(Wanted.aPicture().steps(30));

        try (SocketRecording socket = person.socket("?last_seq=0")) {
            socket.await("completed", jobId);

            assertThat(socket.framesOf(jobId).get(0).get("type").asText()).isEqualTo("queued");
        }
    }

    @Test
    void ownUserIdNamesTheSameQueue() {
        try (SocketRecording socket = open(person.id().toString(), this::bearer)) {
            String jobId = person.order(Wanted.aPicture());

            socket.await("completed", jobId);
        }
    }

    @Test
    void othersQueueIsNotFound() {
        Person other = EndToEnd.newcomer();

        assertThat(closedOrRefused(other.id().toString())).isTrue();
    }

    @Test
    void otherPeopleHearNothing() {
        Person other = EndToEnd.newcomer();
        try (SocketRecording foreign = other.socket("")) {
            person.completed(person.order(Wanted.aPicture()));

            assertThat(foreign.frames()).isEmpty();
        }
    }

    @Test
    void ticketOpensOneSocket() {
        String ticket = ticket();
        try (SocketRecording socket = open("me?ticket=" + ticket, UnaryOperator.identity())) {
            socket.await("completed", person.order(Wanted.aPicture()));
        }

        assertRefused("me?ticket=" + ticket, UnaryOperator.identity(), 401);
    }

    @Test
    void handshakeWithoutProofIsRefused() {
        assertRefused("me", UnaryOperator.identity(), 401);
        assertRefused("me?ticket=nonsense", UnaryOperator.identity(), 401);
        assertRefused("me", request -> request.header("Authorization", "Bearer nonsense"), 401);
    }

    @Test
    void pageOfAnotherOriginIsRefused() {
        assertRefused(
                "me?ticket=" + ticket(),
                request -> request.header("Origin", "https://evil.example"),
                403);
        String own = EndToEnd.url().toString();
        open("me?ticket=" + ticket(), request -> request.header("Origin", own)).close();
    }

    private boolean closedOrRefused(String queue) {
        try (SocketRecording socket = open(queue, this::bearer)) {
            return !socket.awaitClose().isEmpty() && socket.frames().isEmpty();
        } catch (RefusedHandshake refused) {
            return true;
        }
    }

    private void assertRefused(
            String path, UnaryOperator<java.net.http.WebSocket.Builder> handshake, int status) {
        assertThatExceptionOfType(RefusedHandshake.class)
                .isThrownBy(() -> open(path, handshake).close())
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    }

    private SocketRecording open(
            String path, UnaryOperator<java.net.http.WebSocket.Builder> handshake) {
        return SocketRecording.open(person.client(), path, handshake);
    }

    private java.net.http.WebSocket.Builder bearer(java.net.http.WebSocket.Builder request) {
        return request.header("Authorization", "Bearer " + person.token());
    }

    private String ticket() {
        return person.post("ws-ticket", "").with(201).json().get("ticket").asText();
    }

    private static long lastSeq(Person person) {
        try (SocketRecording socket = person.socket("?last_seq=0")) {
            return Eventually.get(
                            java.time.Duration.ofSeconds(20),
                            "the replay",
                            socket::frames,
                            frames -> frames.stream().anyMatch(SocketIT::isCompleted))
                    .stream()
                    .mapToLong(frame -> frame.get("seq").asLong())
                    .max()
                    .orElseThrow();
        }
    }

    private static boolean isCompleted(JsonNode frame) {
        return frame.get("type").asText().equals("completed");
    }

    private static boolean isJpeg(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.asText());
        return bytes.length > 100 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
    }

    private static int bySeq(JsonNode one, JsonNode other) {
        return Long.compare(one.get("seq").asLong(), other.get("seq").asLong());
    }
}
