package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.NewImage;
import studio.pingvas.contracts.generation.message.GeneratedImage;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.HoldNotOpenException;
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

    public void complete(GenerationFinished result) {
        transitions
                .decideCompleted(
                        result.jobId(),
                        result.attempt(),
                        result.worker(),
                        result.device(),
                        idsOf(result))
                .ifPresent(job -> complete(job, result));
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

    private void complete(GenerationJob job, GenerationFinished result) {
        images.record(picturesOf(job, result));
        measured.fire(new JobMeasured(result.seconds()));
        long charge = pricing.charge(job.quote(), result.device(), result.seconds());
        transitions.end(job.id(), settle(job, charge), 0);
    }

    private long settle(GenerationJob job, long charge) {
        try {
            return ledger.settle(job.id(), charge);
        } catch (HoldNotOpenException e) {
            // The pictures are made and stored: giving them away beats losing them.
            LOG.log(Level.ERROR, "Job {0} is completed without a charge", job.id(), e);
            return 0;
        }
    }

    private static List<UUID> idsOf(GenerationFinished result) {
        return result.images().stream().map(GeneratedImage::imageId).toList();
    }

    private static List<NewImage> picturesOf(GenerationJob job, GenerationFinished result) {
        List<NewImage> pictures = new ArrayList<>();
        for (int position = 0; position < result.images().size(); position++) {
            pictures.add(pictureOf(job, position, result.images().get(position)));
        }
        return pictures;
    }

    private static NewImage pictureOf(GenerationJob job, int position, GeneratedImage made) {
        Picture picture = job.picture();
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
