package studio.pingvas.web.faces;

import java.util.stream.LongStream;

/**
 * The upright axis of a chart, from zero to a round number.
 *
 * @param top the round number; at least 1
 */
public record Scale(long top) {
    private static final long LARGEST_POWER = 1_000_000_000_000_000_000L;

    /** Up to the smallest of 1, 2, 5, 10, 20, 50 … that is not below the value. */
    public static Scale holding(long largest) {
        long top =
                LongStream.iterate(1, power -> power < LARGEST_POWER, power -> power * 10)
                        .flatMap(power -> LongStream.of(power, 2 * power, 5 * power))
                        .filter(step -> step >= largest)
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
        return new Scale(top);
    }

    /** How far below the upper edge of a drawing a value lies. */
    public double depth(long value, double height) {
        return height - height * value / top;
    }
}
