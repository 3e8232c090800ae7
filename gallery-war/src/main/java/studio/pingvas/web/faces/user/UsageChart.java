package studio.pingvas.web.faces.user;

import java.util.List;
import java.util.stream.IntStream;
import studio.pingvas.contracts.generation.UsageView.Day;
import studio.pingvas.web.faces.Scale;

/**
 * Credits used per day as bars, in a drawing as wide as there are days and {@value #HEIGHT} high.
 */
public record UsageChart(List<Bar> bars, Scale scale) {
    public static final int HEIGHT = 100;

    private static final double GAP = 0.2;

    /**
     * A bar of the drawing.
     *
     * @param x of its left edge
     * @param y of its upper edge
     */
    public record Bar(double x, double y, double width, double height) {}

    static UsageChart of(List<Day> days) {
        Scale scale =
                Scale.holding(
                        days.stream().mapToLong(day -> day.usage().creditsUsed()).max().orElse(0));
        List<Bar> bars =
                IntStream.range(0, days.size())
                        .mapToObj(place -> barOf(days.get(place), place, scale))
                        .toList();
        return new UsageChart(bars, scale);
    }

    private static Bar barOf(Day day, int place, Scale scale) {
        double y = scale.depth(day.usage().creditsUsed(), HEIGHT);
        return new Bar(place + GAP / 2, y, 1 - GAP, HEIGHT - y);
    }
}
