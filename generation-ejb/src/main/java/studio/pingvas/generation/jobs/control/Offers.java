package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.inputs.Uploads;

/** Turns requests into offers, or refuses them. */
@Dependent
public class Offers {
    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;
    @Inject InputFinder finder;
    @Inject RequestRules rules;
    @Inject Pricing pricing;
    @Inject WebhookAddresses webhooks;

    public Offer make(UUID userId, GenerationRequest request, Uploads uploads) {
        webhooks.requireGood(request.webhookUrl());
        Plan plan = entitlements.planOf(userId);
        GenerationRequest first = WorkflowRules.stepsOf(request).get(0);
        String root = request instanceof Workflow ? WorkflowRules.pointerTo(0) : "";
        InputPictures inputs = finder.find(userId, first, uploads, root);
        PlannedWork work = rules.resolve(request, inputs, id -> models.require(id, plan), plan);
        return new Offer(plan, inputs, work, pricing.quote(work), request.webhookUrl());
    }
}
