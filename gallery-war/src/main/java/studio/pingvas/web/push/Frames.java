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

/** Events, snapshots and progress as frames of JSON text. */
@ApplicationScoped
public class Frames {
    static final String STARTED = "started";

    @EJB ImageCatalog images;
    @Inject ProgressBoard board;

    /**
     * What happened; the job is described as it is now.
     *
     * @return nothing for events that only the history of a job tells
     */
    Optional<Frame> of(JobEventView event) {
        JobView job = event.job();
        return Optional.ofNullable(
                switch (event.type()) {
                    case "queued", "position", "moved" -> queued(job, event.seq());
                    // Progress travels faster than events: without it the bar would jump back.
                    case STARTED -> started(job, event.seq());
                    case "completed" -> completed(job, event.seq());
                    case "failed", "cancelled" -> frame(FinishedJob.of(job, event.seq(), null));
                    default -> null;
                });
    }

    /** How a job that is not finished stands now. */
    Frame snapshot(JobView job, long seq) {
        return job.status() == JobView.Status.PROCESSING ? started(job, seq) : queued(job, seq);
    }

    Frame of(GenerationProgressed progress, long seq) {
        Map<String, Object> fields = fields("progress", seq, progress.jobId());
        putProgress(fields, progress);
        return frame(fields);
    }

    private static Frame queued(JobView job, long seq) {
        Map<String, Object> fields = fields("queued", seq, job);
        fields.put("status", "queued");
        fields.put("progress", 0);
        fields.put("position", job.position());
        fields.put("people_ahead", job.peopleAhead());
        fields.put("paused", job.paused());
        fields.put("estimated_time", job.estimatedSeconds());
        fields.put("estimated_time_p90", job.estimatedSecondsP90());
        return frame(fields);
    }

    private Frame started(JobView job, long seq) {
        Map<String, Object> fields = fields("progress", seq, job);
        fields.put("status", "processing");
        fields.put("progress", 0);
        fields.put("current_step", 0);
        fields.put("total_steps", job.totalSteps());
        fields.put("estimated_time", job.estimatedSeconds());
        board.of(job.jobId()).ifPresent(last -> putProgress(fields, last));
        return frame(fields);
    }

    private Frame completed(JobView job, long seq) {
        // A picture that was deleted since has no metadata any more.
        Map<?, ?> metadata =
                images.ofJob(job.queueId(), job.jobId()).stream()
                        .findFirst()
                        .map(ImageView::recipe)
                        .map(recipe -> Json.read(recipe, Map.class))
                        .orElse(null);
        return frame(FinishedJob.of(job, seq, metadata));
    }

    private static void putProgress(Map<String, Object> fields, GenerationProgressed progress) {
        fields.put("status", "processing");
        fields.put("progress", 100 * progress.step() / progress.totalSteps());
        fields.put("current_step", progress.step());
        fields.put("total_steps", progress.totalSteps());
        fields.put("estimated_time", progress.secondsLeft());
        if (progress.previewJpeg() != null) {
            fields.put("preview_image", progress.previewJpeg());
        }
    }

    private static Map<String, Object> fields(String type, long seq, JobView job) {
        Map<String, Object> fields = fields(type, seq, job.jobId());
        if (job.batchId() != null) {
            fields.put("batch_id", job.batchId());
        }
        return fields;
    }

    private static Map<String, Object> fields(String type, long seq, UUID jobId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("seq", seq);
        fields.put("job_id", jobId);
        return fields;
    }

    private static Frame frame(Map<String, Object> fields) {
        return new Frame(
                (String) fields.get("type"),
                (long) fields.get("seq"),
                (UUID) fields.get("job_id"),
                Json.write(fields));
    }

    private static Frame frame(FinishedJob job) {
        return new Frame(job.type(), job.seq(), job.jobId(), Json.write(job));
    }
}
