package studio.pingvas.generation.jobs.control;

import java.util.List;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.JobStage;
import studio.pingvas.contracts.generation.KindNotSupportedException;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.message.LoraUse;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;

/** Checks one painting against what is possible, what the model can, and what the tier allows. */
final class PaintingRules {
    static final int MAX_STEPS = 200;
    static final int MAX_CFG_SCALE = 30;
    static final int MAX_COUNT = 8;
    static final int MAX_LORAS = 8;
    static final int MAX_LORA_WEIGHT = 4;
    static final long MAX_SEED = 0xFFFF_FFFFL;
    static final double DEFAULT_STRENGTH = 0.6;

    private final ModelView model;
    private final Plan plan;
    private final Violations violations;

    /**
     * @param model null if it is not known; then it cannot be resolved
     * @param plan null if it is not known; then it cannot be resolved
     * @param root JSON pointer of the painting, empty for the whole request
     */
    PaintingRules(ModelView model, Plan plan, String root) {
        this.model = model;
        this.plan = plan;
        this.violations = new Violations(root);
    }

    /**
     * The painting with every default filled in. It may have its words from the painting that it
     * goes on with.
     */
    JobStage resolve(Painting request, Beginning beginning) {
        Extent start = beginning.start();
        JobStage before = beginning.painting();
        if (start != null && !model.startsFromImage()) {
            throw new KindNotSupportedException(model.id(), request.kind());
        }
        checkMask(beginning);
        requireRight(request, before == null);
        String prompt = orElse(request.prompt(), before == null ? "" : before.prompt());
        ModelView.Size size = new SizeRules(model, plan, violations.root()).choose(request, start);
        int steps = orElse(request.steps(), model.defaultSteps());
        new TierLimits(plan).requireSteps(steps);
        return new JobStage(
                request.kind(),
                model.id(),
                prompt.strip(),
                orElse(request.negativePrompt(), before == null ? "" : before.negativePrompt())
                        .strip(),
                size.width(),
                size.height(),
                steps,
                orElse(request.cfgScale(), model.defaultGuidance()),
                orElse(request.scheduler(), model.defaultScheduler()),
                null,
                null,
                start == null ? null : orElse(strengthOf(request), DEFAULT_STRENGTH),
                null,
                request.loras());
    }

    /**
     * Checks what needs no model and no picture, and the rest as far as it is known.
     *
     * @param wordless whether there are no words but its own
     */
    void requireRight(Painting request, boolean wordless) {
        check(request, wordless);
        violations.throwIfAny();
    }

    private void checkMask(Beginning beginning) {
        if (beginning.mask() != null && !beginning.mask().equals(beginning.start())) {
            violations.add(
                    "/mask",
                    "The mask has {0} pixels, the picture {1}; make them alike.",
                    beginning.mask(),
                    beginning.start());
        }
    }

    private void check(Painting request, boolean wordless) {
        String prompt = request.prompt();
        if (prompt == null ? wordless : prompt.isBlank()) {
            violations.add("/prompt", "Say what the picture should show.");
        }
        violations.checkText("/prompt", request.prompt());
        violations.checkText("/negative_prompt", request.negativePrompt());
        violations.checkRange("/steps", request.steps(), 1, MAX_STEPS);
        violations.checkRange("/cfg_scale", request.cfgScale(), 0, MAX_CFG_SCALE);
        violations.checkRange("/seed", request.seed(), 0, MAX_SEED);
        violations.checkRange("/count", request.count(), 1, MAX_COUNT);
        if ((request.width() == null) != (request.height() == null)) {
            String missing = request.width() == null ? "/width" : "/height";
            violations.add(missing, "Give width and height, or neither.");
        }
        if (model != null
                && request.scheduler() != null
                && !model.schedulers().contains(request.scheduler())) {
            violations.add("/scheduler", "One of {0}.", String.join(", ", model.schedulers()));
        }
        checkStrength(strengthOf(request));
        checkLoras(request.loras());
    }

    private void checkStrength(Double strength) {
        // Not a number fails both comparisons.
        if (strength != null && !(strength > 0 && strength <= 1)) {
            violations.add("/strength", "Above 0, at most 1.");
        }
    }

    private void checkLoras(List<LoraUse> loras) {
        if (loras == null) {
            return;
        }
        if (loras.size() > MAX_LORAS) {
            violations.add("/loras", "At most {0}.", MAX_LORAS);
            return;
        }
        for (int i = 0; i < loras.size(); i++) {
            LoraUse lora = loras.get(i);
            if (lora == null) {
                violations.add("/loras/" + i, "An object with id and weight is expected here.");
                continue;
            }
            violations.checkId("/loras/" + i + "/id", lora.id());
            violations.checkRange(
                    "/loras/" + i + "/weight", lora.weight(), -MAX_LORA_WEIGHT, MAX_LORA_WEIGHT);
        }
    }

    private static Double strengthOf(Painting request) {
        if (request instanceof ImageToImage over) {
            return over.strength();
        }
        return request instanceof Inpaint part ? part.strength() : null;
    }

    private static <T> T orElse(T value, T fallback) {
        return value == null ? fallback : value;
    }
}
