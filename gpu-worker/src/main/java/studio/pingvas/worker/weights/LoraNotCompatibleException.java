package studio.pingvas.worker.weights;

import studio.pingvas.worker.fault.PermanentFaultException;

/** A LoRA was made for another model. */
public class LoraNotCompatibleException extends PermanentFaultException {
    LoraNotCompatibleException(String lora, String model, String reason) {
        super(
                "lora-not-compatible",
                "The LoRA %s does not fit the model %s: %s"
                        .formatted(Quoted.name(lora), Quoted.name(model), reason));
    }
}
