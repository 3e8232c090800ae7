package studio.pingvas.web.push;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.FinishedJob;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueuedJob;
import studio.pingvas.contracts.generation.RunningJob;
import studio.pingvas.contracts.generation.message.GenerationProgressed;
import studio.pingvas.contracts.generation.message.RecordedEvent;
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

    /** What has just happened; its frame came with it. */
    Frame of(RecordedEvent event) {
        boolean started = event.type().equals(STARTED);
        String json =
                (started ? board.of(event.jobId()) : Optional.<GenerationProgressed>empty())
                        .map(last -> at(last, Json.read(event.frame(), RunningJob.class)))
                        .map(Json::write)
                        .orElse(event.frame());
        return new Frame(started ? "progress" : event.type(), event.seq(), event.jobId(), json);
    }

    /** How a job that is not finished stands now. */
    Frame snapshot(JobView job, long seq) {
        return job.status() == JobView.Status.PROCESSING ? started(job, seq) : queued(job, seq);
    }

    Frame of(GenerationProgressed progress, long seq) {
        RunningJob job =
                RunningJob.started(seq, progress.jobId(), null, progress.totalSteps(), null);
        return frame(at(progress, job));
    }

    private static Frame queued(JobView job, long seq) {
        QueuedJob queued =
                new QueuedJob(
                        seq,
                        job.jobId(),
                        job.batchId(),
                        job.position(),
                        job.peopleAhead(),
                        job.estimatedSeconds(),
                        job.estimatedSecondsP90());
        return new Frame(queued.type(), seq, job.jobId(), Json.write(queued));
    }

    private Frame started(JobView job, long seq) {
        RunningJob started =
                RunningJob.started(
                        seq, job.jobId(), job.batchId(), job.totalSteps(), job.estimatedSeconds());
        return frame(board.of(job.jobId()).map(last -> at(last, started)).orElse(started));
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

    private static RunningJob at(GenerationProgressed progress, RunningJob job) {
        return job.at(
                progress.step(),
                progress.totalSteps(),
                progress.secondsLeft(),
                progress.previewJpeg());
    }

    private static Frame frame(RunningJob job) {
        return new Frame(job.type(), job.seq(), job.jobId(), Json.write(job));
    }

    private static Frame frame(FinishedJob job) {
        return new Frame(job.type(), job.seq(), job.jobId(), Json.write(job));
    }
}
