package studio.pingvas.generation.jobs.control;

import jakarta.ejb.ApplicationException;

/** What a worker reported makes no sense, and would make none if it were delivered again. */
@ApplicationException(rollback = true)
public class InvalidResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidResultException(String message) {
        super(message);
    }
}
