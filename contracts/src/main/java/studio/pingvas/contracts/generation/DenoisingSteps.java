package studio.pingvas.contracts.generation;

/**
 * How many steps are run where a picture is painted over. The server asks for the price, the worker
 * for the work: both must say the same.
 */
public final class DenoisingSteps {
    // 0.07 x 100 is a little more than 7 in binary.
    private static final double ROUNDING = 1e-9;

    private DenoisingSteps() {}

    /**
     * The last part of a run's steps, at least one.
     *
     * @param steps of a whole run, from pure noise
     * @param strength how much of the picture is given up, above 0 to 1
     */
    public static int of(int steps, double strength) {
        return Math.min(steps, Math.max(1, (int) Math.ceil(steps * strength - ROUNDING)));
    }
}
