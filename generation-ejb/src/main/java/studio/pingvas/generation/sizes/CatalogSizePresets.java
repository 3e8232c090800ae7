package studio.pingvas.generation.sizes;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.SizePreset;
import studio.pingvas.contracts.generation.SizePresets;
import studio.pingvas.contracts.model.ModelCatalog;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Entitlements;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;
import studio.pingvas.generation.jobs.control.SizeRules;

@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatalogSizePresets implements SizePresets {
    private static final int LONGEST_EDGE = 1 << 14;

    @EJB ModelCatalog models;
    @EJB Entitlements entitlements;

    private enum Named {
        SQUARE(1024, 1024),
        LANDSCAPE(1024, 576),
        PORTRAIT(576, 1024),
        CLASSIC(1024, 768),
        INSTAGRAM(1080, 1080),
        FACEBOOK_COVER(820, 312);

        private final Extent extent;

        Named(int width, int height) {
            extent = new Extent(width, height);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public List<SizePreset> of(UUID userId, String model) {
        SizeRules rules = rulesFor(userId, model);
        return Arrays.stream(Named.values())
                .map(named -> preset(named.key(), named.extent, rules))
                .toList();
    }

    @Override
    public SizePreset nearest(UUID userId, String model, int width, int height) {
        requireEdge("/width", width);
        requireEdge("/height", height);
        return preset(null, new Extent(width, height), rulesFor(userId, model));
    }

    private SizeRules rulesFor(UUID userId, String model) {
        Plan plan = entitlements.planOf(userId);
        return new SizeRules(models.require(model, plan), plan);
    }

    private static SizePreset preset(String name, Extent wished, SizeRules rules) {
        ModelView.Size made = rules.nearest(wished);
        return new SizePreset(name, wished.width(), wished.height(), made.width(), made.height());
    }

    private static void requireEdge(String pointer, int edge) {
        if (edge < 1 || edge > LONGEST_EDGE) {
            throw new InvalidRequestException(pointer, "1 to " + LONGEST_EDGE + ".");
        }
    }
}
