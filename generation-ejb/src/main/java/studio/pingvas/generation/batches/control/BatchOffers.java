package studio.pingvas.generation.batches.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.inputs.Uploads;
import studio.pingvas.generation.jobs.control.PlannedWork;
import studio.pingvas.generation.jobs.control.Pricing;
import studio.pingvas.generation.jobs.control.RequestRules;
import studio.pingvas.generation.jobs.control.WebhookAddresses;
import studio.pingvas.generation.jobs.graph.StepOrder;

/** Turns batches into offers, or refuses them. */
@Dependent
public class BatchOffers {
    private static final long MAX_SEED = 0xFFFF_FFFFL;

    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;
    @Inject InputFinder finder;
    @Inject RequestRules rules;
    @Inject Pricing pricing;
    @Inject WebhookAddresses webhooks;

    private final SecureRandom random = new SecureRandom();

    BatchOffer make(UUID userId, BatchRequest request, Uploads uploads) {
        Plan plan = entitlements.planOf(userId);
        Axes axes = new BatchRules(request).check(plan);
        Painting base = (Painting) request.request();
        InputPictures inputs = finder.find(userId, base, uploads, "/request");
        Expansion expansion = new Expansion(base, axes);
        if (request.matrix() != null) {
            expansion.shareSeed(random.nextInt() & MAX_SEED);
        }
        RequestRules.Models known = known(plan);
        Resolution resolution = new Resolution(axes);
        resolution.check(() -> webhooks.requireGood(base.webhookUrl()));
        for (int place = 0; place < expansion.count() && resolution.mayGoOn(); place++) {
            Painting job = expansion.at(place);
            resolution.add(
                    place,
                    () ->
                            rules.resolve(
                                    job.kind(),
                                    StepOrder.single(job),
                                    List.of(inputs),
                                    known,
                                    plan));
        }
        return new BatchOffer(
                plan,
                base.kind(),
                inputs,
                base.webhookUrl(),
                resolution.works().stream().map(this::priced).toList());
    }

    private BatchOffer.PricedWork priced(PlannedWork work) {
        return new BatchOffer.PricedWork(work.work(), pricing.quote(work));
    }

    /** Asks the catalogue once for each model, not once for each job. */
    private RequestRules.Models known(Plan plan) {
        Map<String, ModelView> found = new HashMap<>();
        return id -> found.computeIfAbsent(id, wanted -> models.require(wanted, plan));
    }
}
