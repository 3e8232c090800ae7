package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.generation.jobs.entity.Picture;

/**
 * How jobs end: the outcome is decided, pictures and money follow, then the end is visible. Each
 * step is a transaction of its own and may be repeated; whoever repeats the whole finishes it.
 */
@Dependent
public class JobEnding {
    private static final Logger LOG = System.getLogger(JobEnding.class.getName());

    @EJB CreditLedger ledger;
    @EJB ImageCatalog images;
    @Inject JobTransitions transitions;
    @Inject Pricing pricing;
    @Inject Event<JobMeasured> measured;

    /** What workers have begun and finished: each step for all of them together. */
    public void take(List<WorkerReport> reports) {
        Map<UUID, GenerationJob> completed = transitions.takeAll(reports);
        if (completed.isEmpty()) {
            return;
        }
        List<GenerationFinished> results = new ArrayList<>();
        List<NewImage> pictures = new ArrayList<>();
        Map<UUID, Long> charges = new HashMap<>();
        for (WorkerReport report : reports) {
            GenerationJob job = completed.get(report.jobId());
            GenerationFinished result = report.result();
            if (job != null && result != null && job.delivery().hasStarted(report.attempt())) {
                results.add(result);
                pictures.addAll(picturesOf(job, result));
                charges.put(
                        job.id(),
                        pricing.charge(job.terms().quote(), result.device(), result.seconds()));
            }
        }
        images.record(pictures);
        results.forEach(result -> measured.fire(JobMeasured.of(result)));
        transitions.completeAll(settle(charges));
    }

    public void fail(GenerationFailed result) {
        transitions
                .decideFailed(
                        result.jobId(),
                        result.attempt(),
                        result.worker(),
                        result.code(),
                        result.message())
                .ifPresent(this::giveBack);
    }

    public void fail(UUID jobId, String code, String message) {
        transitions.decideFailed(jobId, code, message).ifPresent(this::giveBack);
    }

    /** The job waits again; only one that was sent too often for that ends. */
    public void postpone(GenerationPostponed result) {
        transitions
                .postpone(result.jobId(), result.attempt(), result.worker(), result.reason())
                .ifPresent(this::giveBack);
    }

    /**
     * @return whether the job ends as cancelled
     */
    public boolean cancel(UUID jobId, Actor actor) {
        Optional<GenerationJob> cancelled =
                transitions
                        .decideCancelled(jobId, actor)
                        .filter(job -> job.outcome() == JobStatus.CANCELLED);
        cancelled.ifPresent(this::giveBack);
        return cancelled.isPresent();
    }

    /** Goes on where a crash cut a failure or a cancellation in half. */
    public void giveBack(GenerationJob job) {
        long refunded = ledger.release(job.id());
        transitions.end(job.id(), 0, refunded);
    }

    private Map<UUID, Long> settle(Map<UUID, Long> charges) {
        Map<UUID, Long> used = new HashMap<>(ledger.settleAll(charges));
        for (UUID jobId : charges.keySet()) {
            if (used.putIfAbsent(jobId, 0L) == null) {
                // The pictures are made and stored: giving them away beats losing them.
                LOG.log(Level.ERROR, "Job {0} is completed without a charge", jobId);
            }
        }
        return used;
    }

    private static List<NewImage> picturesOf(GenerationJob job, GenerationFinished result) {
        List<NewImage> pictures = new ArrayList<>();
        for (int position = 0; position < result.images().size(); position++) {
            pictures.add(pictureOf(job, position, result.images().get(position)));
        }
        return pictures;
    }

    private static NewImage pictureOf(GenerationJob job, int position, GeneratedImage made) {
        Picture picture = job.asked().picture();
        return new NewImage(
                made.imageId(),
                job.userId(),
                job.id(),
                position,
                made.width(),
                made.height(),
                picture.prompt(),
                picture.negativePrompt(),
                picture.model(),
                made.seed(),
                picture.steps(),
                picture.cfgScale(),
                picture.scheduler(),
                made.originalKey(),
                made.thumbnailKey(),
                made.metadataKey(),
                made.bytes(),
                made.thumbnailBytes(),
                made.sha256(),
                made.recipe());
    }
}
