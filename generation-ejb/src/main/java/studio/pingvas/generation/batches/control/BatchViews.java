package studio.pingvas.generation.batches.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.BatchItemPage.Item;
import studio.pingvas.contracts.generation.BatchView;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/** Batches as their owners see them. */
@Dependent
public class BatchViews {
    @Inject BatchStore store;
    @Inject JobViews views;

    public List<BatchView> of(List<JobBatch> batches) {
        Map<UUID, BatchProgress> progress =
                store.progress(batches.stream().map(JobBatch::id).toList());
        return batches.stream().map(batch -> of(batch, progress.get(batch.id()))).toList();
    }

    public BatchView of(JobBatch batch) {
        return of(List.of(batch)).get(0);
    }

    public List<Item> items(JobBatch batch, List<GenerationJob> jobs) {
        Axes axes = batch.matrix() == null ? null : Axes.of(batch.matrix());
        List<JobView> shown = views.of(jobs);
        return IntStream.range(0, jobs.size())
                .mapToObj(i -> itemOf(axes, jobs.get(i), shown.get(i)))
                .toList();
    }

    private static Item itemOf(Axes axes, GenerationJob job, JobView shown) {
        int place = job.origin().batchPlace();
        Map<String, Object> values =
                axes == null
                        ? Map.of("prompt", job.asked().picture().prompt())
                        : axes.valuesAt(place);
        return new Item(place, values, shown);
    }

    private BatchView of(JobBatch batch, BatchProgress progress) {
        boolean live = !progress.hasEnded();
        Optional<JobView> next =
                live ? store.firstWaiting(batch.id()).map(views::of) : Optional.empty();
        Optional<JobView> last =
                live ? store.lastLive(batch.id()).map(views::of) : Optional.empty();
        return new BatchView(
                batch.id(),
                batch.userId(),
                batch.label(),
                batch.kind(),
                batch.jobCount(),
                progress.jobs(),
                progress.percent(),
                next.map(JobView::position).orElse(null),
                next.map(JobView::peopleAhead).orElse(null),
                last.map(JobView::estimatedSeconds).orElse(null),
                last.map(JobView::estimatedSecondsP90).orElse(null),
                batch.estimatedCredits(),
                progress.creditsUsed(),
                progress.creditsRefunded(),
                batch.createdAt(),
                progress.finishedAt());
    }
}
