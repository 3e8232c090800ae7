package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.PngText;
import studio.pingvas.system.client.Wanted;

/** What people and administrators do with jobs that wait, run or have ended. */
class SteeringIT {
    private static final String FREE = "{\"tier\":\"free\",\"reason\":\"a test\"}";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person person = EndToEnd.newcomer();
    private final Person admin = EndToEnd.admin();

    @AfterEach
    void letEverythingGoOn() {
        admin.post("admin/queue/resume", FREE).with(200);
        admin.post("admin/workers/resume", "").with(204);
        Invariants.hold();
    }

    @Test
    void waitingJobsAreMovedAndCancelledAndTheirCreditsComeBack() {
        admin.post("admin/queue/pause", FREE).with(200);
        long available = person.balance().get("available").asLong();
        List<String> jobs = ordered(3);
        assertThat(person.get("queue/status").with(200).json().get("waiting").asInt()).isEqualTo(3);

        person.post("queue/items/" + jobs.get(2) + "/move-to-front", "").with(200);
        assertThat(typesOf(jobs.get(2))).contains("moved");

        JsonNode cleared = person.post("queue/clear", "").with(200).json();

        assertThat(cleared.get("cancelled").asInt()).isEqualTo(3);
        assertThat(textsOf(cleared.get("job_ids"))).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(person.balance().get("available").asLong()).isEqualTo(available);
        assertThat(person.balance().get("held").asLong()).isZero();
        assertThat(person.post("queue/clear", "").with(200).json().get("cancelled").asInt())
                .isZero();
    }

    @Test
    void dispatchedJobIsTakenBackFromPausedWorkers() {
        admin.post("admin/workers/pause", "").with(204);
        Eventually.get(PATIENCE, "paused workers", this::workersPaused, paused -> paused);
        String jobId = person.order(Wanted.aPicture());
        Eventually.get(
                PATIENCE,
                "the dispatch",
                () -> typesOf(jobId),
                types -> types.contains("dispatched"));

        person.delete("queue/items/" + jobId).with(202);

        assertThat(Person.status(person.ended(jobId))).isEqualTo("cancelled");
        admin.post("admin/workers/resume", "").with(204);
        person.completed(person.order(Wanted.aPicture()));
    }

    @Test
    void runningJobStopsAndItsRetryMakesThePicture() {
        String jobId = person.order(Wanted.aPicture().seed(7).size(512, 512).steps(30));
        Eventually.get(
                PATIENCE,
                "the start",
                () -> Person.status(person.job(jobId)),
                status -> status.equals("processing"));

        person.delete("queue/items/" + jobId).with(202);
        assertThat(Person.status(person.ended(jobId))).isEqualTo("cancelled");

        JsonNode retry = person.post("queue/items/" + jobId + "/retry", "").with(202).json();
        assertThat(retry.get("retry_of").asText()).isEqualTo(jobId);
        String again = retry.get("job_id").asText();
        JsonNode made = person.completed(again);
        assertThat(PngText.of(person.picture(made, 0)).get("parameters")).contains("Seed: 7");
        assertThat(
                        person.post("queue/items/" + jobId + "/retry", "")
                                .with(202)
                                .json()
                                .get("job_id")
                                .asText())
                .isEqualTo(again);
        assertThat(person.post("queue/items/" + again + "/retry", "").problem())
                .isEqualTo("409 not-retryable");
    }

    @Test
    void olderRoutesMakePicturesToo() {
        String body = "{\"prompt\":\"a red house\",\"width\":1080,\"height\":1080,\"seed\":5}";
        JsonNode task = person.post("generate", body).with(202).json();
        assertThat(task.get("task_id")).isEqualTo(task.get("celery_task_id"));
        assertThat(task.get("status").asText()).isEqualTo("pending");
        String taskId = task.get("task_id").asText();
        person.completed(taskId);

        JsonNode done = person.get("tasks/" + taskId).with(200).json();

        assertThat(done.get("status").asText()).isEqualTo("completed");
        assertThat(done.get("images").get(0).get("seed").asLong()).isEqualTo(5);
        String url = done.get("images").get(0).get("url").asText();
        person.get(url.substring("/api/v1/".length())).with(200);
        person.post("generation/create", Wanted.aPicture().json()).with(202);
    }

    private boolean workersPaused() {
        JsonNode workers = admin.get("admin/workers").with(200).json().get("items");
        return StreamSupport.stream(workers.spliterator(), false)
                .allMatch(worker -> worker.get("paused").asBoolean());
    }

    private List<String> ordered(int count) {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(person.order(Wanted.aPicture()));
        }
        return jobs;
    }

    private List<String> typesOf(String jobId) {
        JsonNode events = person.get("queue/items/" + jobId + "/events").with(200).json();
        return StreamSupport.stream(events.get("items").spliterator(), false)
                .map(event -> event.get("type").asText())
                .toList();
    }

    private static List<String> textsOf(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
