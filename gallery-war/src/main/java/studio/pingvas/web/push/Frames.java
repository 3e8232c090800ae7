package studio.pingvas.web.push;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.FinishedJob;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.platform.json.Json;

/** Events, snapshots and progress as the JSON text frames of a socket. */
@ApplicationScoped
public class Frames {
    @EJB ImageCatalog images;
    @Inject ProgressBoard board;

    /**
     * What happened; the job is described as it is now.
     *
     * @return nothing for events that only the history of a job tells
     */
    public Optional<String> of(JobEventView event) {
        JobView job = event.job();
        return Optional.ofNullable(
                switch (event.type()) {
                    case "queued", "position" -> queued(job, event.seq());
                    // Progress travels faster than events: without it the bar would jump back.
                    case "started" -> started(job, event.seq());
                    case "completed" -> completed(job, event.seq());
                    case "failed", "cancelled" ->
                            Json.write(FinishedJob.of(job, event.seq(), null));
                    default -> null;
                });
    }

    /** How a job that is not finished stands now. */
    public String snapshot(JobView job, long seq) {
        return job.status() == JobView.Status.PROCESSING ? started(job, seq) : queued(job, seq);
    }

    public String of(GenerationProgressed progress, long seq) {
        Map<String, Object> frame = frame("progress", seq, progress.jobId());
        putProgress(frame, progress);
        return Json.write(frame);
    }

    private static String queued(JobView job, long seq) {
        Map<String, Object> frame = frame("queued", seq, job);
        frame.put("status", "queued");
        frame.put("progress", 0);
        frame.put("position", job.position());
        frame.put("people_ahead", job.peopleAhead());
        frame.put("estimated_time", job.estimatedSeconds());
        frame.put("estimated_time_p90", job.estimatedSecondsP90());
        return Json.write(frame);
    }

    private String started(JobView job, long seq) {
        Map<String, Object> frame = frame("progress", seq, job);
        frame.put("status", "processing");
        frame.put("progress", 0);
        frame.put("current_step", 0);
        frame.put("total_steps", job.totalSteps());
        frame.put("estimated_time", job.estimatedSeconds());
        board.of(job.jobId()).ifPresent(last -> putProgress(frame, last));
        return Json.write(frame);
    }

    private String completed(JobView job, long seq) {
        // A picture that was deleted since has no metadata any more.
        Map<?, ?> metadata =
                images.ofJob(job.queueId(), job.jobId()).stream()
                        .findFirst()
                        .map(ImageView::recipe)
                        .map(recipe -> Json.read(recipe, Map.class))
                        .orElse(null);
        return Json.write(FinishedJob.of(job, seq, metadata));
    }

    private static void putProgress(Map<String, Object> frame, GenerationProgressed progress) {
        frame.put("status", "processing");
        frame.put("progress", 100 * progress.step() / progress.totalSteps());
        frame.put("current_step", progress.step());
        frame.put("total_steps", progress.totalSteps());
        frame.put("estimated_time", progress.secondsLeft());
        if (progress.previewJpeg() != null) {
            frame.put("preview_image", progress.previewJpeg());
        }
    }

    private static Map<String, Object> frame(String type, long seq, JobView job) {
        Map<String, Object> frame = frame(type, seq, job.jobId());
        if (job.batchId() != null) {
            frame.put("batch_id", job.batchId());
        }
        return frame;
    }

    private static Map<String, Object> frame(String type, long seq, UUID jobId) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", type);
        frame.put("seq", seq);
        frame.put("job_id", jobId);
        return frame;
    }
}
