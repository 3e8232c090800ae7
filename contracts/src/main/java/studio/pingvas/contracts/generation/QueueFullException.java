package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** Too many jobs of the user wait already. */
public class QueueFullException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public QueueFullException(int maxWaiting) {
        super(
                "queue-full",
                "You have " + maxWaiting + " jobs waiting, the most your tier allows. Try later.");
    }
}
