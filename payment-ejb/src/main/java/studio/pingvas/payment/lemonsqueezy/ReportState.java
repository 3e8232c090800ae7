package studio.pingvas.payment.lemonsqueezy;

/** Where a report is. {@code NEW}, {@code PARKED} and {@code FAILED} are tried again. */
public enum ReportState {
    NEW,
    /** What it speaks of is not known yet. */
    PARKED,
    FAILED,
    DONE,
    /** Something newer was known already. */
    STALE,
    /** Signed, but not meant for this shop. */
    REJECTED;

    public boolean isFinal() {
        return this == DONE || this == STALE || this == REJECTED;
    }
}
