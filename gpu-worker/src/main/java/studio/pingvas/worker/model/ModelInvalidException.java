package studio.pingvas.worker.model;

import studio.pingvas.worker.fault.PermanentFaultException;

/** The files of a model are damaged, missing, or do not fit together. */
public class ModelInvalidException extends PermanentFaultException {
    private static final String CODE = "model-invalid";

    public ModelInvalidException(String modelId, String reason) {
        super(CODE, sentence(modelId, reason));
    }

    public ModelInvalidException(String modelId, String reason, Throwable cause) {
        super(CODE, sentence(modelId, reason), cause);
    }

    private static String sentence(String modelId, String reason) {
        return "The model \"" + modelId + "\" cannot be used: " + reason;
    }
}
