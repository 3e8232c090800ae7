package studio.pingvas.generation.webhooks.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.FinishedJob;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.platform.json.Json;

/** What is said of an ended job: the same as on its owner's sockets. */
@Dependent
public class DeliveryBody {
    @EJB ImageCatalog images;
    @Inject JobStore store;
    @Inject JobViews views;

    /**
     * @return nothing if the job was erased
     */
    public Optional<byte[]> of(DueDelivery delivery) {
        return store.findOf(delivery.userId(), delivery.jobId())
                .map(views::of)
                .map(job -> FinishedJob.of(job, delivery.seq(), metadataOf(job)))
                .map(document -> Json.write(document).getBytes(StandardCharsets.UTF_8));
    }

    private Map<?, ?> metadataOf(JobView job) {
        return job.status() != JobView.Status.COMPLETED
                ? null
                : images.ofJob(job.queueId(), job.jobId()).stream()
                        .findFirst()
                        .map(ImageView::recipe)
                        .map(recipe -> Json.read(recipe, Map.class))
                        .orElse(null);
    }
}
