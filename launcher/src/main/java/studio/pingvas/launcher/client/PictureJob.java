package studio.pingvas.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import studio.pingvas.launcher.PlatformException;

/** Asks for pictures, follows the job by its frames, and fetches the result. */
public final class PictureJob {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    private final StudioApi api;

    public PictureJob(StudioApi api) {
        this.api = api;
    }

    /**
     * Waits until the job has ended.
     *
     * @param limit how long to wait; the job itself goes on after it
     * @param progress takes the accepted job first, then every frame of it
     * @return the pictures as PNG files, in order
     * @throws PlatformException if the job was refused, failed or was cancelled
     */
    public List<byte[]> run(PictureRequest request, Duration limit, Consumer<JsonNode> progress) {
        long begin = System.nanoTime();
        // The socket opens first, so that no frame of the job is missed.
        try (JobSocket socket = new JobSocket(api)) {
            JsonNode accepted = api.submit(request, UUID.randomUUID().toString());
            progress.accept(accepted);
            String jobId = accepted.path("job_id").asText();
            follow(socket, jobId, begin + limit.toNanos(), progress);
            return pictures(requireCompleted(job(jobId)));
        }
    }

    private void follow(
            JobSocket socket, String jobId, long deadline, Consumer<JsonNode> progress) {
        boolean ended = false;
        while (!ended) {
            if (System.nanoTime() - deadline > 0) {
                throw new PlatformException(
                        "Job " + jobId + " is not done yet; it goes on, see the gallery later.");
            }
            JsonNode frame = socket.next(SILENCE);
            if (frame == null) {
                ended = ENDED.contains(job(jobId).path("status").asText());
            } else if (frame.path("job_id").asText().equals(jobId)) {
                progress.accept(frame);
                ended = ENDED.contains(frame.path("type").asText());
            }
        }
    }

    private JsonNode job(String jobId) {
        return api.get("/api/v1/queue/items/" + jobId);
    }

    private List<byte[]> pictures(JsonNode job) {
        List<byte[]> pictures = new ArrayList<>();
        for (JsonNode image : job.path("images")) {
            pictures.add(api.bytes(image.path("image_url").asText()));
        }
        return pictures;
    }

    private static JsonNode requireCompleted(JsonNode job) {
        String status = job.path("status").asText();
        if (status.equals("completed")) {
            return job;
        }
        JsonNode error = job.path("error");
        String reason =
                error.isMissingNode()
                        ? "The job was " + status + "."
                        : error.path("message").asText() + " (" + error.path("code").asText() + ")";
        throw new PlatformException(reason);
    }
}
