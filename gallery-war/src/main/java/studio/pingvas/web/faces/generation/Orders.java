package studio.pingvas.web.faces.generation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.BatchView;
import studio.pingvas.contracts.generation.GenerationBatches;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.web.faces.generation.library.LibraryWords;
import studio.pingvas.web.security.Caller;

/** Asks for what the form says: one job, or several as a batch. */
@RequestScoped
public class Orders {
    @EJB GenerationJobs jobs;
    @EJB GenerationBatches batches;
    @Inject Caller caller;
    @Inject PriceList prices;
    @Inject LibraryWords library;
    @Inject SentFiles files;

    Price priceOf(PictureForm form) {
        UploadedPictures announced = form.getStart().announced();
        UUID userId = caller.userId();
        return form.asksForSeveral()
                ? told(() -> prices.of(userId, form.toBatchForPrice(), announced))
                : prices.of(userId, form.toRequestForPrice(), announced);
    }

    /** The browser is told what it shall follow. */
    void place(PictureForm form) {
        List<PromptWords> words =
                form.words().stream().map(one -> library.with(form.getPreset(), one)).toList();
        UploadedPictures pictures = files.of(form.getStart());
        if (form.asksForSeveral()) {
            BatchView batch =
                    told(
                            () ->
                                    batches.submit(
                                            caller.userId(),
                                            form.toBatch(words),
                                            pictures,
                                            null,
                                            null));
            follow("batch", batch.batchId());
        } else {
            JobView job =
                    jobs.submit(
                            caller.userId(), form.toRequest(words.get(0)), pictures, null, null);
            follow("job", job.jobId());
        }
    }

    private static void follow(String what, UUID id) {
        PrimeFaces.current().ajax().addCallbackParam(what, id.toString());
    }

    private static <T> T told(Supplier<T> batch) {
        try {
            return batch.get();
        } catch (InvalidRequestException refusal) {
            // A subclass has a code of its own, which names the field that is to blame.
            throw refusal.code().equals("invalid-request") ? BatchRefusal.of(refusal) : refusal;
        }
    }
}
