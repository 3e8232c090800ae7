package studio.pingvas.worker.weights;

import studio.pingvas.worker.fault.PermanentFaultException;

/** A LoRA file is damaged, or of a kind that is not supported. */
public class LoraInvalidException extends PermanentFaultException {
    private static final String CODE = "lora-invalid";

    LoraInvalidException(String lora, String reason) {
        super(CODE, sentence(lora, reason));
    }

    LoraInvalidException(String lora, String reason, Throwable cause) {
        super(CODE, sentence(lora, reason), cause);
    }

    private static String sentence(String lora, String reason) {
        return "The LoRA " + Quoted.name(lora) + " cannot be used: " + reason;
    }
}
