package studio.pingvas.generation.jobs.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.inputs.InputFinder;
import studio.pingvas.generation.inputs.InputPictures;
import studio.pingvas.generation.jobs.entity.GenerationJob;

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
        int count = ended.picture().imageCount();
        new TierLimits(plan).requireCount(count);
        List<PlannedStage> stages =
                ended.stages().stream().map(stage -> plan(stage, plan)).toList();
        PlannedWork work = new PlannedWork(ended.kind(), stages, ended.picture().seed(), count);
        return new Offer(plan, inputsOf(ended), work, pricing.quote(work), ended.webhookUrl());
    }

    private InputPictures inputsOf(GenerationJob ended) {
        JobStage first = ended.stages().get(0);
        return new InputPictures(
                finder.findAgain(ended.userId(), first.imageId(), ended.imageKey()),
                finder.findAgain(ended.userId(), first.maskId(), ended.maskKey()));
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
                    "/scheduler", "The model does not know " + stage.scheduler() + " any more.");
        }
        return new PlannedStage(stage, model);
    }
}
