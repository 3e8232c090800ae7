package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** Too many jobs of the user wait already. */
public class QueueFullException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public QueueFullException(int maxWaiting) {
        super(
                "queue-full",
                "You have {0} jobs waiting, the most your tier allows. Try later.",
                maxWaiting);
    }

    /**
     * @param jobs of a batch, which would be too many together with those that wait
     */
    public QueueFullException(int maxWaiting, int jobs) {
        super(
                "queue-full",
                "Your tier allows {0} waiting jobs; there is no room for {1} more. Try later.",
                maxWaiting,
                jobs);
    }
}
