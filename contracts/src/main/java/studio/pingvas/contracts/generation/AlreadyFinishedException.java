package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** It is too late to change the job. */
public class AlreadyFinishedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public AlreadyFinishedException() {
        super("already-finished", "The job has already finished.");
    }
}
