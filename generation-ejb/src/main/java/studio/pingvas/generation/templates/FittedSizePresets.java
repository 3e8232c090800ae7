package studio.pingvas.generation.templates;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.FittedSize;
import studio.pingvas.contracts.generation.library.SizePreset;
import studio.pingvas.contracts.generation.library.SizePresets;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.jobs.control.SizeRules;

/** Fits the presets to what a model paints. It asks other modules. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FittedSizePresets implements SizePresets {
    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;

    @Override
    public List<FittedSize> fittedTo(UUID userId, String model) {
        Plan plan = entitlements.planOf(userId);
        SizeRules sizes = new SizeRules(models.require(model, plan), plan);
        return Arrays.stream(SizePreset.values()).map(preset -> fit(preset, sizes)).toList();
    }

    private static FittedSize fit(SizePreset preset, SizeRules sizes) {
        ModelView.Size size = sizes.nearest(new Extent(preset.width(), preset.height()));
        return new FittedSize(preset, size.width(), size.height());
    }
}
