package studio.pingvas.web.faces.generation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.generation.BatchEstimate;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.GenerationBatches;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.JobEstimate;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.CreditLedger;

/** Prices beside what the person has. */
@RequestScoped
public class PriceList {
    @EJB GenerationJobs jobs;
    @EJB GenerationBatches batches;
    @EJB CreditLedger ledger;

    @Inject
    @ConfigProperty(name = "studio.credits.floor")
    long floor;

    public Price of(UUID userId, GenerationRequest request) {
        return of(userId, request, UploadedPictures.NONE);
    }

    /**
     * @param pictures that are to come with it
     */
    Price of(UUID userId, GenerationRequest request, UploadedPictures pictures) {
        JobEstimate estimate = jobs.estimate(userId, request, pictures);
        return price(userId, 1, estimate.estimatedCredits(), estimate.estimatedSeconds());
    }

    /**
     * @param pictures that are to come with it
     */
    Price of(UUID userId, BatchRequest request, UploadedPictures pictures) {
        BatchEstimate estimate = batches.estimate(userId, request, pictures);
        return price(
                userId, estimate.count(), estimate.estimatedCredits(), estimate.estimatedSeconds());
    }

    private Price price(UUID userId, int count, long credits, Double seconds) {
        return new Price(count, credits, seconds, availableTo(userId), Math.max(credits, floor));
    }

    /** The same price, after credits have come or gone. */
    Price withBalanceOf(UUID userId, Price price) {
        return price == null ? null : price(userId, price.jobs(), price.credits(), price.seconds());
    }

    private long availableTo(UUID userId) {
        return ledger.balance(userId).available();
    }
}
