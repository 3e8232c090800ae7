package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputPicture;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.entity.Asked;
import studio.pingvas.generation.jobs.entity.GenerationJob;
import studio.pingvas.generation.jobs.entity.StageKeys;

/**
 * Offers to do again what a job was to do. Every value of it was chosen when it was accepted; what
 * tier and models allow may have changed since.
 */
@Dependent
public class Repetitions {
    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;
    @Inject InputFinder finder;
    @Inject Pricing pricing;

    public Offer offer(GenerationJob ended) {
        Plan plan = entitlements.planOf(ended.userId());
        Asked asked = ended.asked();
        int count = asked.picture().imageCount();
        new TierLimits(plan).requireCount(count);
        List<PlannedStage> stages =
                asked.stages().stream().map(stage -> plan(stage, plan)).toList();
        PlannedWork work =
                new PlannedWork(
                        asked.kind(),
                        stages,
                        asked.picture().seed(),
                        count,
                        ended.origin().workflow());
        return new Offer(plan, inputsOf(ended), work, pricing.quote(work), asked.webhookUrl());
    }

    private List<InputPictures> inputsOf(GenerationJob ended) {
        // Several stages may begin with the same picture: it is found, and kept, once.
        Map<String, InputPicture> found = new HashMap<>();
        List<InputPictures> inputs = new ArrayList<>();
        Asked asked = ended.asked();
        for (int i = 0; i < asked.stages().size(); i++) {
            JobStage stage = asked.stages().get(i);
            StageKeys keys = asked.keysOf(i);
            inputs.add(
                    new InputPictures(
                            find(ended, stage.imageId(), keys.image(), found),
                            find(ended, stage.maskId(), keys.mask(), found)));
        }
        return inputs;
    }

    private InputPicture find(
            GenerationJob ended, UUID imageId, String key, Map<String, InputPicture> found) {
        return key == null
                ? null
                : found.computeIfAbsent(key, one -> finder.findAgain(ended.userId(), imageId, one));
    }

    private PlannedStage plan(JobStage stage, Plan plan) {
        TierLimits limits = new TierLimits(plan);
        if (!stage.paints()) {
            limits.requireExtent(new Extent(stage.width(), stage.height()));
            return new PlannedStage(stage, null);
        }
        ModelView model = models.require(stage.model(), plan);
        new SizeRules(model, plan).require(stage.width(), stage.height());
        limits.requireSteps(stage.steps());
        if (!model.schedulers().contains(stage.scheduler())) {
            throw new InvalidRequestException(
                    "/scheduler", "The model does not know {0} any more.", stage.scheduler());
        }
        return new PlannedStage(stage, model);
    }
}
