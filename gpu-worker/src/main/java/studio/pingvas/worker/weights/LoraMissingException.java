package studio.pingvas.worker.weights;

import studio.pingvas.worker.fault.PermanentFaultException;

/** This worker has no such LoRA. */
public class LoraMissingException extends PermanentFaultException {
    LoraMissingException(String lora) {
        super(
                "lora-not-found",
                "The LoRA "
                        + Quoted.name(lora)
                        + " is not installed on the worker; choose another.");
    }
}
