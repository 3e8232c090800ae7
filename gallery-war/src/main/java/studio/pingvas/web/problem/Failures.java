package studio.pingvas.web.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import studio.pingvas.contracts.BusinessException;

/** Turns whatever was thrown into the problem that the client is told. */
public final class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** A failure of a facade arrives bare or wrapped, as the container sees fit. */
    public static Problem problemOf(Throwable thrown) {
        return causeOf(thrown, BusinessException.class)
                .map(Problem::of)
                .or(() -> refusalOf(thrown))
                .or(() -> outageOf(thrown))
                .orElseGet(() -> surprise(thrown));
    }

    private static Optional<Problem> refusalOf(Throwable thrown) {
        return causeOf(thrown, EJBAccessException.class)
                .map(refused -> Problem.ofStatus(ProblemCode.FORBIDDEN.status()));
    }

    private static Optional<Problem> outageOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null) {
            if (isOutage(cause)) {
                Problem problem =
                        Problem.of(
                                ProblemCode.UNAVAILABLE,
                                "A part of the service does not answer. Try again in a moment.");
                // Without the stack trace: an outage would fill the log with copies of it.
                LOG.log(Level.WARNING, "Trace {0}: {1}", problem.traceId(), cause);
                return Optional.of(problem);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * Class 08 is a lost connection, 53 exhausted resources, 57P an operator's shutdown; the pool
     * reports that it has no connection as an SQLException without a state.
     */
    private static boolean isOutage(Throwable cause) {
        if (!(cause instanceof SQLException failure)) {
            return false;
        }
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P");
    }

    private static Problem surprise(Throwable thrown) {
        Problem problem =
                Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "Something went wrong on our side. Name the trace id when you report it.");
        LOG.log(Level.ERROR, "Trace " + problem.traceId(), thrown);
        return problem;
    }

    private static <T extends Throwable> Optional<T> causeOf(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        while (cause != null) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            boolean wrapper = cause instanceof EJBException;
            cause = wrapper ? cause.getCause() : null;
        }
        return Optional.empty();
    }
}
