package studio.pingvas.generation.forecast;

import java.util.Arrays;

/** Values that were seen, for questions about the next one. At least one. */
final class Distribution {
    private final double[] sorted;
    private final double mean;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
        this.mean = Arrays.stream(sorted).average().orElseThrow();
    }

    static Distribution of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    double mean() {
        return mean;
    }

    /**
     * The least value that a new one exceeds with a probability of at most 1 − share, if it comes
     * from where these came from (split conformal prediction); the largest if there are too few.
     */
    double quantile(double share) {
        int rank = (int) Math.ceil((sorted.length + 1) * share);
        return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
    }

    /** What is left of the values above that one, or null if none is. */
    Distribution beyond(double passed) {
        double[] left = Arrays.stream(sorted).filter(value -> value > passed).toArray();
        for (int i = 0; i < left.length; i++) {
            left[i] -= passed;
        }
        return left.length == 0 ? null : new Distribution(left);
    }
}
