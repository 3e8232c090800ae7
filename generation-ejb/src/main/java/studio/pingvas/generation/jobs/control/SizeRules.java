package studio.pingvas.generation.jobs.control;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.generation.SizeNotSupportedException;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.inputs.Extent;

/** Which of its sizes a model paints. */
public record SizeRules(ModelView model, Plan plan, String root) {
    public SizeRules(ModelView model, Plan plan) {
        this(model, plan, "");
    }

    /**
     * @param start what is painted over, or null
     */
    ModelView.Size choose(Painting request, Extent start) {
        ModelView.Size size = wished(request, start);
        new TierLimits(plan).requireExtent(extentOf(size));
        return size;
    }

    /** A size that was chosen before. */
    void require(int width, int height) {
        new TierLimits(plan).requireExtent(extentOf(listed(width, height)));
    }

    private ModelView.Size wished(Painting request, Extent start) {
        if (request.width() != null) {
            return listed(request.width(), request.height());
        }
        return start == null ? model.defaultSize() : nearest(start);
    }

    private ModelView.Size listed(int width, int height) {
        return model.sizes().stream()
                .filter(size -> size.width() == width && size.height() == height)
                .findFirst()
                .orElseThrow(() -> new SizeNotSupportedException(root, width, height, names()));
    }

    /** Its form counts first, then its area; sizes that the tier forbids come last. */
    public ModelView.Size nearest(Extent start) {
        TierLimits limits = new TierLimits(plan);
        return model.sizes().stream()
                .min(
                        Comparator.comparing(
                                        (ModelView.Size size) -> !limits.allows(extentOf(size)))
                                .thenComparing(size -> stretch(extentOf(size), start))
                                .thenComparing(size -> enlargement(extentOf(size), start)))
                .orElseThrow();
    }

    /** By how much the form changes: 0 for not at all. */
    private static double stretch(Extent one, Extent other) {
        // One division: forms that are alike must come out alike to the last bit.
        double change =
                ((double) one.width() * other.height()) / ((double) one.height() * other.width());
        return Math.abs(Math.log(change));
    }

    private static double enlargement(Extent one, Extent other) {
        return Math.abs(Math.log((double) one.pixels() / other.pixels()));
    }

    private String names() {
        List<ModelView.Size> sizes = model.sizes();
        return sizes.stream()
                .map(size -> extentOf(size).toString())
                .collect(Collectors.joining(", "));
    }

    private static Extent extentOf(ModelView.Size size) {
        return new Extent(size.width(), size.height());
    }
}
