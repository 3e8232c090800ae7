package studio.pingvas.generation.forecast;

import java.util.Arrays;

/** The newest values of a row of them, as many as there is room for. */
final class RecentValues {
    private final double[] values;
    private long seen;
    private Distribution distribution;

    RecentValues(int room) {
        values = new double[room];
    }

    void add(double value) {
        values[(int) (seen++ % values.length)] = value;
        distribution = null;
    }

    int size() {
        return (int) Math.min(seen, values.length);
    }

    /** Of what is kept; there must be something. */
    Distribution distribution() {
        if (distribution == null) {
            distribution = Distribution.of(Arrays.copyOf(values, size()));
        }
        return distribution;
    }
}
