package studio.pingvas.payment.credits;

import java.sql.ResultSet;
import java.sql.SQLException;
import studio.pingvas.contracts.IdempotencyKeyReusedException;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.payment.Adjustment;
import studio.pingvas.contracts.payment.InsufficientCreditsException;

/** A correction within its bounds. */
record CreditAdjustment(Adjustment wanted) {
    private static final int LONGEST_REASON = 300;

    /** Far above every plan, far below where sums could overflow. */
    private static final long MOST_CREDITS = 1_000_000_000;

    static CreditAdjustment of(Adjustment wanted) {
        if (wanted.credits() == 0
                || wanted.credits() < -MOST_CREDITS
                || wanted.credits() > MOST_CREDITS) {
            throw new InvalidRequestException(
                    "/amount", "Must be from {0} to {1}, or below zero to take.", 1, MOST_CREDITS);
        }
        if (wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON) {
            throw new InvalidRequestException(
                    "/reason", "Must have {0} to {1} characters.", 1, LONGEST_REASON);
        }
        return new CreditAdjustment(wanted);
    }

    void applyTo(Books books, long signupCredits) {
        books.find(
                        this::check,
                        "SELECT outcome, available FROM adjust_credits(?, ?, ?, ?, ?, ?, ?)",
                        wanted.userId(),
                        JdbcCreditLedger.nameOf(wanted.bucket()),
                        wanted.credits(),
                        "adjust:" + wanted.id(),
                        wanted.reason(),
                        wanted.actor(),
                        signupCredits)
                .orElseThrow();
    }

    private String check(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        switch (outcome) {
            case "short" ->
                    throw new InsufficientCreditsException(
                            -wanted.credits(), row.getLong("available"));
            case "other" -> throw new IdempotencyKeyReusedException();
            default -> {
                return outcome;
            }
        }
    }
}
