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

    /**
     * @param jobs of a batch, which would be too many together with those that wait
     */
    public QueueFullException(int maxWaiting, int jobs) {
        super(
                "queue-full",
                "Your tier allows %d waiting jobs; there is no room for %d more. Try later."
                        .formatted(maxWaiting, jobs));
    }
}
