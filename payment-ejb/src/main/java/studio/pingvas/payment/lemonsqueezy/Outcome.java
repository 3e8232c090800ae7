package studio.pingvas.payment.lemonsqueezy;

/**
 * What became of a report.
 *
 * @param note why, for the operator; null where nothing needs to be said
 */
public record Outcome(ReportState state, String note) {
    static final Outcome DONE = new Outcome(ReportState.DONE, null);
    static final Outcome STALE = new Outcome(ReportState.STALE, null);

    static Outcome done(String note) {
        return new Outcome(ReportState.DONE, note);
    }

    static Outcome rejected(String note) {
        return new Outcome(ReportState.REJECTED, note);
    }

    /** It waits for something else to be known first. */
    static Outcome parked(String note) {
        return new Outcome(ReportState.PARKED, note);
    }
}
