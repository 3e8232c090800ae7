package studio.pingvas.generation.batches.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.InsufficientCreditsException;
import studio.pingvas.contracts.payment.NewHold;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.generation.batches.entity.JobBatch;
import studio.pingvas.generation.inputs.KeptInputs;
import studio.pingvas.generation.inputs.UploadedFiles;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.control.IdempotentRequest;
import studio.pingvas.generation.jobs.control.JobStore;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.StageKeys;

/**
 * The way from a request to a batch in the line: all of its jobs or none. Calls other modules,
 * therefore it is to be called outside of a transaction: every step has its own.
 */
@Dependent
public class BatchSubmissions {
    @EJB CreditLedger ledger;
    @Inject UploadedFiles files;
    @Inject KeptInputs kept;
    @Inject BatchOffers offers;
    @Inject BatchStore batches;
    @Inject JobStore jobs;

    @Inject
    @ConfigProperty(name = "studio.credits.floor")
    long creditsFloor;

    /** What it would cost; nothing is kept. */
    public BatchOffer offer(UUID userId, BatchRequest request, UploadedPictures pictures) {
        return offers.make(userId, request, files.check(pictures));
    }

    public JobBatch submit(
            UUID userId,
            BatchRequest request,
            UploadedPictures pictures,
            String idempotencyKey,
            SpendLimit spendLimit) {
        Uploads uploads = files.check(pictures);
        IdempotentRequest named =
                IdempotentRequest.of(userId, request, uploads.digest(), idempotencyKey);
        Optional<JobBatch> earlier = batches.findOf(userId, named.id());
        if (earlier.isPresent()) {
            return requireSameRequest(earlier.get(), named);
        }
        BatchOffer offer = offers.make(userId, request, uploads);
        requireCredits(userId, offer.credits());
        int most = offer.plan().maxWaiting();
        if (jobs.waitingJobs(userId) + offer.jobs().size() > most) {
            throw new QueueFullException(most, offer.jobs().size());
        }
        List<NewHold> holds = holdsFor(offer, named);
        if (!ledger.reserveAll(userId, holds, spendLimit)) {
            // The holds of an earlier try with this key were given back; its jobs never came to be.
            throw new IdempotencyKeyReusedException();
        }
        try {
            return requireSameRequest(add(userId, request, offer, named), named);
        } catch (QueueFullException
                | NotFoundException
                | UnavailableException
                | IdempotencyKeyReusedException e) {
            ledger.releaseAll(userId, holds.stream().map(NewHold::jobId).toList());
            throw e;
        }
    }

    /** The price, or what anybody must have to ask for anything. */
    private void requireCredits(UUID userId, long price) {
        long available = ledger.balance(userId).available();
        long required = Math.max(price, creditsFloor);
        if (available < required) {
            throw new InsufficientCreditsException(required, available);
        }
    }

    private JobBatch add(
            UUID userId, BatchRequest request, BatchOffer offer, IdempotentRequest named) {
        JobBatch batch =
                new JobBatch(
                        named.id(),
                        userId,
                        request.label(),
                        offer.kind(),
                        request.matrix(),
                        named.sha256(),
                        offer.jobs().size(),
                        offer.credits());
        // Kept once, for as long as a job of the batch is to begin with them.
        StageKeys inputs =
                new StageKeys(
                        kept.keep(userId, batch.id(), offer.inputs().image()),
                        kept.keep(userId, batch.id(), offer.inputs().mask()));
        List<GenerationJob> queued = new ArrayList<>();
        for (BatchOffer.PricedWork job : offer.jobs()) {
            GenerationJob next =
                    GenerationJob.queued(
                            idOf(named, queued.size()),
                            userId,
                            offer.plan(),
                            job.work(),
                            named.sha256(),
                            job.quote());
            next.asked().beginWith(List.of(inputs));
            next.asked().reportTo(offer.webhookUrl());
            queued.add(next);
        }
        return batches.add(batch, queued, offer.plan().maxWaiting());
    }

    private static List<NewHold> holdsFor(BatchOffer offer, IdempotentRequest named) {
        List<NewHold> holds = new ArrayList<>();
        for (BatchOffer.PricedWork job : offer.jobs()) {
            holds.add(new NewHold(idOf(named, holds.size()), job.quote().credits()));
        }
        return holds;
    }

    /**
     * The same for the same request, so that a repetition finds the holds; another one for another
     * request with the same key, so that giving its holds back takes none from the first.
     */
    private static UUID idOf(IdempotentRequest named, int place) {
        String name = named.id() + "\n" + named.sha256() + "\n" + place;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static JobBatch requireSameRequest(JobBatch batch, IdempotentRequest named) {
        if (!batch.requestSha256().equals(named.sha256())) {
            throw new IdempotencyKeyReusedException();
        }
        return batch;
    }
}
