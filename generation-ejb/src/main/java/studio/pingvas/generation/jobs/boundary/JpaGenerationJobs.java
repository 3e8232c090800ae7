package studio.pingvas.generation.jobs.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.AlreadyFinishedException;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.JobEstimate;
import studio.pingvas.contracts.generation.JobPage;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.generation.jobs.control.Forecast;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.control.JobViews;
import studio.pingvas.generation.jobs.control.ListCursor;
import studio.pingvas.generation.jobs.control.Offer;
import studio.pingvas.generation.jobs.control.Outlook;
import studio.pingvas.generation.jobs.control.Submissions;
import studio.pingvas.generation.jobs.control.Submitted;
import studio.pingvas.generation.jobs.entity.Actor;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.JobStatus;
import studio.pingvas.platform.database.Keyset;

/**
 * Jobs in PostgreSQL. Submission and cancellation call other modules, therefore they hold no
 * transaction of their own: every step they call has one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JpaGenerationJobs implements GenerationJobs {
    private static final int MAX_LIMIT = 100;

    @Inject Submissions submissions;
    @Inject JobStore store;
    @Inject JobEnding ending;
    @Inject JobViews views;
    @Inject Forecast forecast;

    @Override
    public JobEstimate estimate(UUID userId, GenerationRequest request, UploadedPictures pictures) {
        Offer offer = submissions.offer(userId, request, pictures);
        Outlook outlook =
                forecast.ofNewJob(
                        userId, offer.plan().tier(), offer.work().work().model(), offer.quote());
        return new JobEstimate(
                offer.quote().credits(),
                outlook.p50(),
                outlook.p90(),
                outlook.ahead().position(),
                outlook.ahead().people());
    }

    @Override
    public JobView submit(
            UUID userId,
            GenerationRequest request,
            UploadedPictures pictures,
            String idempotencyKey,
            SpendLimit spendLimit) {
        Submitted submitted =
                submissions.submit(userId, request, pictures, idempotencyKey, spendLimit);
        return submitted.outlook() == null
                ? views.of(submitted.job())
                : views.of(submitted.job(), submitted.outlook());
    }

    @Override
    public JobView get(UUID userId, UUID jobId) {
        return views.of(require(userId, jobId));
    }

    @Override
    public JobPage list(UUID userId, JobView.Status status, String cursor, int limit) {
        int size = Math.max(1, Math.min(limit, MAX_LIMIT));
        List<GenerationJob> jobs =
                store.list(userId, statusesSeenAs(status), ListCursor.decode(cursor), size + 1);
        boolean more = jobs.size() > size;
        List<GenerationJob> page = more ? jobs.subList(0, size) : jobs;
        String next = null;
        if (more) {
            GenerationJob last = page.get(size - 1);
            next = new Keyset(last.createdAt(), last.id()).encode();
        }
        return new JobPage(views.of(page), next);
    }

    @Override
    public JobView cancel(UUID userId, UUID jobId) {
        GenerationJob job = require(userId, jobId);
        if (!ending.cancel(job.id(), Actor.user(userId))) {
            throw new AlreadyFinishedException();
        }
        return get(userId, jobId);
    }

    private GenerationJob require(UUID userId, UUID jobId) {
        return store.findOf(userId, jobId).orElseThrow(() -> new NotFoundException("Job"));
    }

    private static List<JobStatus> statusesSeenAs(JobView.Status status) {
        return Arrays.stream(JobStatus.values())
                .filter(candidate -> status == null || candidate.seenByOwner() == status)
                .toList();
    }
}
