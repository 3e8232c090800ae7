package studio.pingvas.web.faces.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import studio.pingvas.contracts.payment.CreditHistoryPage.Entry;
import studio.pingvas.web.faces.Scale;

/**
 * The balance over time as a line of steps, in a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param line SVG path
 * @param area SVG path of what lies under the line
 */
public record BalanceChart(
        String line,
        String area,
        Scale scale,
        Instant from,
        Instant until,
        long lowest,
        long highest,
        long last) {
    public static final int WIDTH = 600;
    public static final int HEIGHT = 160;

    /**
     * @param newestFirst at least one entry
     */
    static BalanceChart of(List<Entry> newestFirst, Instant now) {
        Entry oldest = newestFirst.get(newestFirst.size() - 1);
        Instant from = oldest.createdAt();
        LongSummaryStatistics balances =
                newestFirst.stream().mapToLong(Entry::balanceAfter).summaryStatistics();
        Scale scale = Scale.holding(balances.getMax());
        StringBuilder line = new StringBuilder();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Entry entry = newestFirst.get(i);
            double depth = scale.depth(entry.balanceAfter(), HEIGHT);
            line.append(line.isEmpty() ? "M0 " : "H" + place(entry.createdAt(), from, now) + "V")
                    .append(decimal(depth));
        }
        line.append("H" + WIDTH);
        String area = line + "V" + HEIGHT + "H0Z";
        return new BalanceChart(
                line.toString(),
                area,
                scale,
                from,
                now,
                balances.getMin(),
                balances.getMax(),
                newestFirst.get(0).balanceAfter());
    }

    private static String place(Instant moment, Instant from, Instant until) {
        double whole = Math.max(1, Duration.between(from, until).toMillis());
        return decimal(WIDTH * Duration.between(from, moment).toMillis() / whole);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
