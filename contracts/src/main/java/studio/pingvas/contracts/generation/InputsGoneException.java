package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** A picture that the job began with is not there any more. */
public class InputsGoneException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public InputsGoneException() {
        super(
                "inputs-gone",
                "A picture that the job began with is not there any more. Send it again with a new"
                        + " request.");
    }
}
