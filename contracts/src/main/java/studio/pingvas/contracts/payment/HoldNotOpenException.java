package studio.pingvas.contracts.payment;

import java.util.UUID;
import studio.pingvas.contracts.BusinessException;

/** There is no open hold to settle for this job. */
public class HoldNotOpenException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public HoldNotOpenException(UUID jobId) {
        super("hold-not-open", "No credits are set aside for job {0}.", jobId);
    }
}
