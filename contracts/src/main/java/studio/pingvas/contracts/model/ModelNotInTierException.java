package studio.pingvas.contracts.model;

import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.payment.Tier;

/** The model exists, but the user's tier does not include it. */
public class ModelNotInTierException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public ModelNotInTierException(String modelId, Tier tier) {
        super(
                "model-not-in-tier",
                "Model \"{0}\" is not included in the {1} tier.",
                modelId,
                tier.key());
    }
}
