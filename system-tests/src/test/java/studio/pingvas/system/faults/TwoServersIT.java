package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.SocketRecording;
import studio.pingvas.system.client.SocketRecording.RefusedHandshake;
import studio.pingvas.system.client.StudioClient;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/**
 * Two servers on the same database, broker and store: any of them serves anybody. One of them dies
 * at last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersIT {
    private static final int JOBS = 20;
    private static final int STEP_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than a node remembers that a session or a key is good. */
    private static final Duration MEMORY = Duration.ofSeconds(8);

    private static final Platform PLATFORM = RunningPlatform.platform();
    private static final String ENDED = "generation_jobs_ended_total{outcome=\"completed\"} ";
    private static final String SENT_OR_STARTED_TWICE =
            "SELECT id FROM generation.job j WHERE user_id = ? AND (attempts <> 1 OR 1 <>"
                    + " (SELECT count(*) FROM generation.job_event e"
                    + "  WHERE e.job_id = j.id AND e.type = 'dispatched'))";

    private final Person here = EndToEnd.newcomer();
    private final Person there = here.at(PLATFORM.url(2));

    @BeforeAll
    static void startAnotherServer() {
        PLATFORM.startServer(2, RunningPlatform.sameOptions());
    }

    @AfterAll
    static void stopTheOtherServer() {
        PLATFORM.stopServer(2);
    }

    @Test
    void jobAskedForHereIsFollowedThere() {
        try (SocketRecording socket = there.socket("")) {
            String jobId = here.order(Wanted.aPicture().steps(20));
            socket.await("completed", jobId);

            List<JsonNode> frames = socket.framesOf(jobId);
            assertThat(frames.get(0).get("type").asText()).isEqualTo("queued");
            assertThat(frames).anyMatch(frame -> frame.has("preview_image"));
            assertThat(frames).extracting(frame -> frame.get("seq").asLong()).isSorted();
            JsonNode job = there.completed(jobId);
            assertThat(there.picture(job, 0)).isEqualTo(here.picture(job, 0));
        }
    }

    @Test
    void jobThatRunsIsCancelledFromTheOtherNode() {
        String jobId = here.order(Wanted.aPicture().steps(30));

        there.delete("queue/items/" + jobId).with(202);

        assertThat(Person.status(here.ended(jobId))).isEqualTo("cancelled");
    }

    @Test
    void ticketOpensOneSocketAtWhicheverNode() {
        String path =
                "me?ticket=" + here.post("ws-ticket", "").with(201).json().get("ticket").asText();
        SocketRecording.open(there.client(), path, UnaryOperator.identity()).close();

        for (StudioClient client : List.of(here.client(), there.client())) {
            assertThatExceptionOfType(RefusedHandshake.class)
                    .isThrownBy(
                            () ->
                                    SocketRecording.open(client, path, UnaryOperator.identity())
                                            .close())
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(401));
        }
    }

    @Test
    void whoSignsOutHereIsHeardAndToldNothingThere() {
        there.get("users/me").with(200);
        try (SocketRecording socket = there.socket("")) {
            here.post("auth/logout", "{}").with(204);

            assertThat(socket.awaitClose()).isEqualTo("1008 signed out");
            assertIsRefusedSoon(there.token(), "users/me");
        }
    }

    @Test
    void keyThatIsRevokedHereEndsTheSocketThere() {
        Person owner = EndToEnd.verifiedNewcomer();
        JsonNode issued =
                owner.post("users/me/api-keys", "{\"name\":\"A program\",\"scopes\":[\"read\"]}")
                        .with(201)
                        .json();
        String secret = issued.get("secret").asText();
        try (SocketRecording socket =
                SocketRecording.open(
                        there.client(),
                        "me",
                        request -> request.header("Authorization", "Bearer " + secret))) {
            owner.delete("users/me/api-keys/" + issued.at("/key/id").asText()).with(204);

            assertThat(socket.awaitClose()).isEqualTo("1008 key revoked");
            assertIsRefusedSoon(secret, "images");
        }
    }

    @Test
    void bothNodesWorkOffTheLineAndNoJobIsSentTwice() {
        replaceTheWorker(0);
        try {
            long endedHere = ended(here);
            long endedThere = ended(there);
            enrich();

            List<String> jobs = orderAtBoth(3 * JOBS);
            jobs.forEach(there::completed);

            assertThat(Database.column("postgres", SENT_OR_STARTED_TWICE, here.id())).isEmpty();
            assertThat(ended(here)).isGreaterThan(endedHere);
            assertThat(ended(there)).isGreaterThan(endedThere);
            Invariants.hold();
        } finally {
            SlowWorkers.restoreOrdinary(1);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void jobsOfANodeThatDiesEndOnceAndWhoFollowsTheOtherHearsOfAll() {
        replaceTheWorker(STEP_MILLIS);
        try (SocketRecording socket = here.socket("")) {
            enrich();
            long before = here.balance().get("balance").asLong();

            List<String> jobs = orderAtBoth(JOBS);
            awaitEnds(socket, JOBS / 4);
            PLATFORM.killServer(2);
            awaitEnds(socket, JOBS);

            assertThat(endsIn(socket)).containsExactlyInAnyOrderElementsOf(jobs);
            long price =
                    jobs.stream()
                            .mapToLong(job -> here.completed(job).get("credits_used").asLong())
                            .sum();
            assertThat(here.balance().get("balance").asLong()).isEqualTo(before - price);
            Invariants.hold();
        } finally {
            SlowWorkers.restoreOrdinary(1);
        }
    }

    private void assertIsRefusedSoon(String token, String path) {
        Eventually.get(
                MEMORY,
                "the end of the token",
                () -> there.client().get(token, path).status(),
                status -> status == 401);
    }

    private static void replaceTheWorker(int stepMillis) {
        PLATFORM.stopWorker(1);
        SlowWorkers.start(
                1,
                Map.of(
                        "STUDIO_ENGINE",
                        "null",
                        "STUDIO_STEP_DELAY_MS",
                        Integer.toString(stepMillis)));
    }

    private void enrich() {
        EndToEnd.giveTier(here, "enterprise");
        EndToEnd.giveCredits(here, 100_000);
    }

    private List<String> orderAtBoth(int count) {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add((i % 2 == 0 ? here : there).order(Wanted.aPicture().seed(i)));
        }
        return jobs;
    }

    private static void awaitEnds(SocketRecording socket, int count) {
        Eventually.get(
                PATIENCE,
                count + " ends of jobs",
                () -> endsIn(socket),
                ends -> ends.size() >= count);
    }

    private static List<String> endsIn(SocketRecording socket) {
        return socket.frames().stream()
                .filter(frame -> frame.get("type").asText().equals("completed"))
                .map(frame -> frame.get("job_id").asText())
                .toList();
    }

    /** How many jobs' ends the node has recorded. */
    private static long ended(Person anybody) {
        Answer measures =
                EndToEnd.admin().at(anybody.client().url()).get("admin/metrics").with(200);
        return new String(measures.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(ENDED))
                .mapToLong(line -> Long.parseLong(line.substring(ENDED.length())))
                .findFirst()
                .orElseThrow();
    }
}
