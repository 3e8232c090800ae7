package studio.pingvas.generation.templates;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.library.PromptWords;
import studio.pingvas.contracts.generation.library.SizePreset;
import studio.pingvas.contracts.generation.library.TemplateContent;
import studio.pingvas.contracts.generation.library.TemplateRequests;
import studio.pingvas.contracts.generation.library.TemplateValues;
import studio.pingvas.contracts.generation.library.Templates;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.jobs.control.SizeRules;

/** Fits what a template recommends to the model and the tier. It asks other modules. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FittedTemplateRequests implements TemplateRequests {
    @Inject Templates templates;
    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;

    @Override
    public TextToImage fill(UUID userId, UUID templateId, TemplateValues values) {
        TemplateContent template = templates.get(userId, templateId, null).content();
        PromptWords words = new Filling(template, values.fields()).words();
        Plan plan = entitlements.planOf(userId);
        ModelView model = model(template, values.model(), plan);
        ModelView.Size size = size(template, model, plan);
        return new TextToImage(
                words.prompt(),
                words.negativePrompt(),
                model.id(),
                size.width(),
                size.height(),
                template.steps() == null ? null : Math.min(template.steps(), plan.maxSteps()),
                template.cfgScale(),
                null,
                null,
                null,
                null);
    }

    /** A template only recommends: where its model is missing, the default one serves. */
    private ModelView model(TemplateContent template, String wish, Plan plan) {
        if (wish != null) {
            return models.require(wish, plan);
        }
        Optional<ModelView> recommended =
                models.allowedBy(plan).stream()
                        .filter(model -> model.id().equals(template.model()))
                        .findFirst();
        return recommended.orElseGet(() -> models.require(null, plan));
    }

    private static ModelView.Size size(TemplateContent template, ModelView model, Plan plan) {
        return Optional.ofNullable(template.size())
                .flatMap(SizePreset::of)
                .map(wish -> new Extent(wish.width(), wish.height()))
                .map(new SizeRules(model, plan)::nearest)
                .orElseGet(model::defaultSize);
    }
}
