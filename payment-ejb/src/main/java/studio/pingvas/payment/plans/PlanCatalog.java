package studio.pingvas.payment.plans;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.payment.BillingInterval;
import studio.pingvas.contracts.payment.CreditPack;
import studio.pingvas.contracts.payment.Offer;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;

/** The plans that this installation offers. */
@ApplicationScoped
public class PlanCatalog {
    @Inject
    @ConfigProperty(name = "studio.plans.file")
    Optional<String> file;

    private List<Plan> plans;
    private PriceList prices;

    /** The plans that ship with the product. */
    public static PlanCatalog bundled() {
        PlanCatalog catalog = new PlanCatalog();
        catalog.use(PlanFile.bundled());
        return catalog;
    }

    @PostConstruct
    void read() {
        use(file.map(Path::of).map(PlanFile::read).orElseGet(PlanFile::bundled));
    }

    /** From free to enterprise. */
    public List<Plan> plans() {
        return plans;
    }

    public Plan of(Tier tier) {
        return plans.get(tier.ordinal());
    }

    /** What a new account starts with: a month of the free plan. */
    public long signupCredits() {
        return of(Tier.FREE).creditsPerMonth();
    }

    /** Prices of the plans that can be bought, from the least to the most. */
    public List<Offer> offers() {
        return prices.offers();
    }

    public Optional<Offer> offerOf(Tier tier, BillingInterval interval) {
        return offers().stream()
                .filter(offer -> offer.tier() == tier && offer.interval() == interval)
                .findFirst();
    }

    /** From the smallest to the largest. */
    public List<CreditPack> creditPacks() {
        return prices.packs();
    }

    /** What the payment gateway sells under that number, if it is a plan. */
    public Optional<Offer> offerOfVariant(long variantId) {
        return prices.offerOfVariant(variantId);
    }

    /** What the payment gateway sells under that number, if it is a credit pack. */
    public Optional<CreditPack> packOfVariant(long variantId) {
        return prices.packOfVariant(variantId);
    }

    public OptionalLong variantOf(Offer offer) {
        return prices.variantOf(offer);
    }

    public OptionalLong variantOf(CreditPack pack) {
        return prices.variantOf(pack);
    }

    private void use(PlanFile read) {
        plans = read.plans();
        prices = read.prices();
    }
}
