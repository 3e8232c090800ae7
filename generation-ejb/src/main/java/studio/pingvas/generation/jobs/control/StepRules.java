package studio.pingvas.generation.jobs.control;

import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.jobs.control.RequestRules.Models;
import studio.pingvas.generation.jobs.graph.OrderedStep;

/** Checks one step and fills in its defaults. */
record StepRules(Models models, Plan plan) {
    /**
     * @param beginning null if it is not known what it begins with: then only its values are
     *     checked
     * @return null if it is not known what it begins with
     */
    PlannedStage resolve(OrderedStep step, Beginning beginning) {
        return step.request() instanceof Painting painting
                ? paint(painting, beginning, step.pointer())
                : enlarge((Upscale) step.request(), beginning, step.pointer());
    }

    private PlannedStage enlarge(Upscale upscale, Beginning beginning, String pointer) {
        UpscaleRules rules = new UpscaleRules(plan, pointer);
        if (beginning == null) {
            rules.requireRight(upscale);
            return null;
        }
        return new PlannedStage(beginning.named(rules.resolve(upscale, beginning.start())), null);
    }

    private PlannedStage paint(Painting painting, Beginning beginning, String pointer) {
        JobStage before = beginning == null ? null : beginning.painting();
        if (beginning == null && painting.model() == null) {
            new PaintingRules(null, plan, pointer).requireRight(painting, false);
            return null;
        }
        String wish =
                painting.model() == null && before != null ? before.model() : painting.model();
        ModelView model = models.require(wish);
        PaintingRules rules = new PaintingRules(model, plan, pointer);
        if (beginning == null) {
            rules.requireRight(painting, false);
            return null;
        }
        return new PlannedStage(beginning.named(rules.resolve(painting, beginning)), model);
    }
}
