package studio.pingvas.payment.plans;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;

/** The plans that this installation offers. */
@ApplicationScoped
public class PlanCatalog {
    @Inject
    @ConfigProperty(name = "studio.plans.file")
    Optional<String> file;

    private List<Plan> plans;

    /** The plans that ship with the product. */
    public static PlanCatalog bundled() {
        PlanCatalog catalog = new PlanCatalog();
        catalog.plans = PlanFile.bundled().plans();
        return catalog;
    }

    @PostConstruct
    void read() {
        plans = file.map(Path::of).map(PlanFile::read).orElseGet(PlanFile::bundled).plans();
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
}
