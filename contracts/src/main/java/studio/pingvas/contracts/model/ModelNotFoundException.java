package studio.pingvas.contracts.model;

import studio.pingvas.contracts.NotFoundException;

/** No active model has that id. */
public class ModelNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    public ModelNotFoundException(String modelId) {
        super("model-not-found", "Model \"{0}\" was not found.", modelId);
    }
}
