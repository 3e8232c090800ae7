package studio.pingvas.generation.batches.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.BatchEstimate;
import studio.pingvas.contracts.generation.BatchItemPage;
import studio.pingvas.contracts.generation.BatchPage;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.BatchView;
import studio.pingvas.contracts.generation.GenerationBatches;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.generation.batches.control.BatchOffer;
import studio.pingvas.generation.batches.control.BatchStore;
import studio.pingvas.generation.batches.control.BatchSubmissions;
import studio.pingvas.generation.batches.control.BatchViews;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.jobs.control.Forecast;
import studio.pingvas.generation.jobs.control.ListCursor;
import studio.pingvas.generation.jobs.control.Outlook;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.steering.MassCancellation;
import studio.pingvas.platform.database.Keyset;

/**
 * Batches in PostgreSQL. Submission and cancellation call other modules, therefore they hold no
 * transaction of their own: every step they call has one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaGenerationBatches implements GenerationBatches {
    private static final int MAX_LIMIT = 100;

    @Inject BatchSubmissions submissions;
    @Inject BatchStore store;
    @Inject BatchViews views;
    @Inject MassCancellation cancellation;
    @Inject Forecast forecast;

    @Override
    public BatchEstimate estimate(UUID userId, BatchRequest request, UploadedPictures pictures) {
        BatchOffer offer = submissions.offer(userId, request, pictures);
        List<BatchOffer.PricedWork> jobs = offer.jobs();
        Outlook outlook =
                forecast.ofNewJobs(
                        userId,
                        offer.plan().tier(),
                        jobs.get(jobs.size() - 1).work().model(),
                        jobs.stream().map(BatchOffer.PricedWork::quote).toList());
        return new BatchEstimate(
                jobs.size(),
                offer.credits(),
                outlook.p50(),
                outlook.p90(),
                outlook.ahead().position(),
                outlook.ahead().people());
    }

    @Override
    public BatchView submit(
            UUID userId,
            BatchRequest request,
            UploadedPictures pictures,
            String idempotencyKey,
            SpendLimit spendLimit) {
        return views.of(submissions.submit(userId, request, pictures, idempotencyKey, spendLimit));
    }

    @Override
    public BatchView get(UUID userId, UUID batchId) {
        return views.of(require(userId, batchId));
    }

    @Override
    public BatchPage list(UUID userId, String cursor, int limit) {
        int size = sizeOf(limit);
        List<JobBatch> batches = store.list(userId, ListCursor.decode(cursor), size + 1);
        if (batches.size() <= size) {
            return new BatchPage(views.of(batches), null);
        }
        List<JobBatch> page = batches.subList(0, size);
        JobBatch last = page.get(size - 1);
        return new BatchPage(views.of(page), new Keyset(last.createdAt(), last.id()).encode());
    }

    @Override
    public BatchItemPage items(UUID userId, UUID batchId, String cursor, int limit) {
        JobBatch batch = require(userId, batchId);
        int from = placeOf(cursor);
        int size = sizeOf(limit);
        List<GenerationJob> jobs = store.jobs(batchId, from, size);
        int next = from + jobs.size();
        return new BatchItemPage(
                views.items(batch, jobs),
                next < batch.jobCount() && !jobs.isEmpty() ? String.valueOf(next) : null);
    }

    @Override
    public BatchView cancel(UUID userId, UUID batchId) {
        JobBatch batch = require(userId, batchId);
        cancellation.cancelBatch(userId, batchId);
        return views.of(batch);
    }

    private JobBatch require(UUID userId, UUID batchId) {
        return store.findOf(userId, batchId).orElseThrow(() -> new NotFoundException("Batch"));
    }

    private static int sizeOf(int limit) {
        return Math.max(1, Math.min(limit, MAX_LIMIT));
    }

    private static int placeOf(String cursor) {
        try {
            return cursor == null ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw ListCursor.refusal();
        }
    }
}
