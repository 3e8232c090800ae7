package studio.pingvas.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.contracts.payment.Tier;
import studio.pingvas.contracts.user.Accounts;

/** Asks each module something cheap that only its database can answer. */
@Readiness
@ApplicationScoped
public class ModulesCheck implements HealthCheck {
    private static final Logger LOG = System.getLogger(ModulesCheck.class.getName());
    private static final UUID NOBODY = new UUID(0, 0);

    @EJB Accounts accounts;
    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;
    @EJB JobEvents events;
    @EJB ImageCatalog images;

    @Override
    public HealthCheckResponse call() {
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("users", () -> accounts.get(NOBODY));
        questions.put("payments", () -> entitlements.planOf(NOBODY));
        questions.put("models", () -> models.allowedBy(freePlan()));
        questions.put("generation", () -> events.lastSeq(NOBODY));
        questions.put("gallery", () -> images.ofJob(NOBODY, NOBODY));

        HealthCheckResponseBuilder response = HealthCheckResponse.named("modules").up();
        questions.forEach(
                (module, question) -> {
                    boolean answers = answers(module, question);
                    response.withData(module, answers ? "up" : "down");
                    if (!answers) {
                        response.down();
                    }
                });
        return response.build();
    }

    private Plan freePlan() {
        return entitlements.plans().stream()
                .filter(plan -> plan.tier() == Tier.FREE)
                .findFirst()
                .orElseThrow();
    }

    private static boolean answers(String module, Runnable question) {
        try {
            question.run();
            return true;
        } catch (NotFoundException e) {
            return true; // Nobody has nothing, and the database said so.
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Module {0} does not answer: {1}", module, e);
            return false;
        }
    }
}
