package studio.pingvas.web.faces.generation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.JobEstimate;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.payment.CreditLedger;

/** Prices beside what the person has. */
@RequestScoped
public class PriceList {
    @EJB GenerationJobs jobs;
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
        long credits = estimate.estimatedCredits();
        return new Price(
                credits,
                estimate.estimatedSeconds(),
                availableTo(userId),
                Math.max(credits, floor));
    }

    /** The same price, after credits have come or gone. */
    Price withBalanceOf(UUID userId, Price price) {
        return price == null
                ? null
                : new Price(price.credits(), price.seconds(), availableTo(userId), price.needed());
    }

    private long availableTo(UUID userId) {
        return ledger.balance(userId).available();
    }
}
