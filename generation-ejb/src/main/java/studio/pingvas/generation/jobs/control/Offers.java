package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.graph.StepOrder;
import studio.pingvas.generation.jobs.graph.StepOrders;

/** Turns requests into offers, or refuses them. */
@Dependent
public class Offers {
    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;
    @Inject InputFinder finder;
    @Inject StepInputs stepInputs;
    @Inject StepOrders orders;
    @Inject RequestRules rules;
    @Inject Pricing pricing;
    @Inject WebhookAddresses webhooks;

    public Offer make(UUID userId, GenerationRequest request, Uploads uploads) {
        webhooks.requireGood(request.webhookUrl());
        Plan plan = entitlements.planOf(userId);
        if (request instanceof Workflow workflow) {
            StepOrder order = orders.of(userId, workflow, uploads.files().keySet());
            List<InputPictures> inputs =
                    order.isSound() ? stepInputs.find(userId, order.steps(), uploads) : List.of();
            return offer(request, order, inputs, plan);
        }
        InputPictures inputs = finder.find(userId, request, uploads, "");
        return offer(request, StepOrder.single(request), List.of(inputs), plan);
    }

    private Offer offer(
            GenerationRequest request, StepOrder order, List<InputPictures> inputs, Plan plan) {
        PlannedWork work =
                rules.resolve(request.kind(), order, inputs, id -> models.require(id, plan), plan);
        return new Offer(plan, inputs, work, pricing.quote(work), request.webhookUrl());
    }
}
