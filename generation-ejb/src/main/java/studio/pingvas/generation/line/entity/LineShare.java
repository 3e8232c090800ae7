package studio.pingvas.generation.line.entity;

/**
 * What something counts in the line of its owner; as a difference, how that changes.
 *
 * @param waiting jobs in the line
 * @param waitingSeconds predicted for them
 * @param underWay jobs that are dispatched or running
 */
public record LineShare(int waiting, double waitingSeconds, int underWay) {
    public static final LineShare NOTHING = new LineShare(0, 0, 0);

    public static LineShare ofWaiting(double seconds) {
        return new LineShare(1, seconds, 0);
    }

    public static LineShare ofUnderWay() {
        return new LineShare(0, 0, 1);
    }

    public LineShare plus(LineShare other) {
        return new LineShare(
                waiting + other.waiting,
                waitingSeconds + other.waitingSeconds,
                underWay + other.underWay);
    }

    public LineShare minus(LineShare other) {
        return new LineShare(
                waiting - other.waiting,
                waitingSeconds - other.waitingSeconds,
                underWay - other.underWay);
    }
}
