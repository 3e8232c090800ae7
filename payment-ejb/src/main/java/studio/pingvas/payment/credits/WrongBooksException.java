package studio.pingvas.payment.credits;

import studio.pingvas.contracts.payment.LedgerReport;

/** The checker found what must never be: somebody has to look. */
class WrongBooksException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongBooksException(LedgerReport report) {
        super(
                "The books are wrong in %d or more ways: %s"
                        .formatted(report.problems().size(), String.join(" ", report.problems())));
    }
}
