package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.UnavailableException;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.QueueFullException;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.contracts.payment.SpendLimit;
import studio.pingvas.generation.inputs.UploadedFiles;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.line.control.CurrentLine;
import studio.pingvas.generation.line.control.LineState;

/**
 * The way from a request to a job in the line. Calls other modules, therefore it is to be called
 * outside of a transaction: every step has its own.
 */
@Dependent
public class Submissions {
    @EJB CreditLedger ledger;
    @Inject UploadedFiles files;
    @Inject StageInputs stageInputs;
    @Inject Offers offers;
    @Inject Repetitions repetitions;
    @Inject JobStore store;
    @Inject NewJobs newJobs;
    @Inject CurrentLine line;
    @Inject FullLines fullLines;

    @Inject
    @ConfigProperty(name = "studio.credits.floor")
    long creditsFloor;

    /** What it would cost; nothing is kept. */
    public Offer offer(UUID userId, GenerationRequest request, UploadedPictures pictures) {
        return offers.make(userId, request, files.check(pictures));
    }

    public Submitted submit(
            UUID userId,
            GenerationRequest request,
            UploadedPictures pictures,
            String idempotencyKey,
            SpendLimit spendLimit) {
        Uploads uploads = files.check(pictures);
        IdempotentRequest named =
                IdempotentRequest.of(userId, request, uploads.digest(), idempotencyKey);
        Optional<GenerationJob> earlier =
                // What has no key was never asked for before.
                idempotencyKey == null ? Optional.empty() : store.findOf(userId, named.id());
        if (earlier.isPresent()) {
            return new Submitted(requireSameRequest(earlier.get(), named), null);
        }
        Offer offer = offers.make(userId, request, uploads);
        if (idempotencyKey != null) {
            // A hold that is given back uses the key up: whoever is refused may come again with it.
            requireRoom(userId, offer.plan().maxWaiting());
        }
        GenerationJob job = jobOf(userId, named, offer);
        Submitted submitted = accept(job, named.isNew(), offer, spendLimit);
        requireSameRequest(submitted.job(), named);
        return submitted;
    }

    /** A job that does an ended one again; if there is one already, that one. */
    public GenerationJob repeat(GenerationJob ended, SpendLimit spendLimit) {
        Optional<GenerationJob> earlier = store.retryOf(ended.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Offer offer = repetitions.offer(ended);
        IdempotentRequest named = IdempotentRequest.unnamed(ended.origin().requestSha256());
        GenerationJob job = jobOf(ended.userId(), named, offer);
        job.origin().repeat(ended.id());
        return accept(job, named.isNew(), offer, spendLimit).job();
    }

    private Submitted accept(
            GenerationJob job, boolean hasNewId, Offer offer, SpendLimit spendLimit) {
        if (fullLines.isKnown(job.userId())) {
            requireRoom(job.userId(), offer.plan().maxWaiting());
        }
        // Asked outside of a transaction: it may need a connection of its own.
        LineState state = line.get();
        long price = offer.quote().credits();
        if (!ledger.reserve(job.userId(), job.id(), price, spendLimit, creditsFloor)) {
            // The hold of an earlier try with this key was given back; its job never came to be.
            throw new IdempotencyKeyReusedException();
        }
        Submitted added = add(new NewJob(job, hasNewId, offer.plan().maxWaiting(), state), offer);
        if (!added.job().id().equals(job.id())) {
            ledger.release(job.id());
        }
        return added;
    }

    /** Before anything is held. Most are counted only when the job is added. */
    private void requireRoom(UUID userId, int maxWaiting) {
        if (store.waitingJobs(userId) >= maxWaiting) {
            throw new QueueFullException(maxWaiting);
        }
    }

    private Submitted add(NewJob wanted, Offer offer) {
        GenerationJob job = wanted.job();
        job.asked().reportTo(offer.webhookUrl());
        try {
            job.asked().beginWith(stageInputs.keep(job, offer.inputs()));
            return newJobs.add(wanted);
        } catch (QueueFullException | NotFoundException | UnavailableException e) {
            ledger.release(job.id());
            if (e instanceof QueueFullException) {
                fullLines.note(job.userId());
            }
            throw e;
        }
    }

    private static GenerationJob jobOf(UUID userId, IdempotentRequest named, Offer offer) {
        return GenerationJob.queued(
                named.id(),
                userId,
                offer.plan(),
                offer.work().work(),
                named.sha256(),
                offer.quote());
    }

    private static GenerationJob requireSameRequest(GenerationJob job, IdempotentRequest named) {
        if (!job.origin().requestSha256().equals(named.sha256())) {
            throw new IdempotencyKeyReusedException();
        }
        return job;
    }
}
