package studio.pingvas.generation.templates;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
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
    private static final int LONGEST_EDGE = 1 << 14;

    @EJB Entitlements entitlements;
    @EJB ModelCatalog models;

    @Override
    public List<FittedSize> fittedTo(UUID userId, String model) {
        SizeRules sizes = rulesFor(userId, model);
        return Arrays.stream(SizePreset.values()).map(preset -> fit(preset, sizes)).toList();
    }

    @Override
    public FittedSize nearest(UUID userId, String model, int width, int height) {
        requireEdge("/width", width);
        requireEdge("/height", height);
        return fit(null, new Extent(width, height), rulesFor(userId, model));
    }

    private SizeRules rulesFor(UUID userId, String model) {
        Plan plan = entitlements.planOf(userId);
        return new SizeRules(models.require(model, plan), plan);
    }

    private static FittedSize fit(SizePreset preset, SizeRules sizes) {
        return fit(preset, new Extent(preset.width(), preset.height()), sizes);
    }

    private static FittedSize fit(SizePreset preset, Extent wished, SizeRules sizes) {
        ModelView.Size size = sizes.nearest(wished);
        return new FittedSize(preset, size.width(), size.height());
    }

    private static void requireEdge(String pointer, int edge) {
        if (edge < 1 || edge > LONGEST_EDGE) {
            throw new InvalidRequestException(pointer, "From {0} to {1}.", 1, LONGEST_EDGE);
        }
    }
}
