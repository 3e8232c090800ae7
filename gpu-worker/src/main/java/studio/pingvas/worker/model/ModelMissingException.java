package studio.pingvas.worker.model;

import studio.pingvas.worker.fault.PermanentFaultException;

/** This worker has no such model. */
public class ModelMissingException extends PermanentFaultException {
    public ModelMissingException(String modelId) {
        super(
                "model-not-found",
                "The model \"" + modelId + "\" is not installed on the worker; choose another.");
    }
}
