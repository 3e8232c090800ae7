package studio.pingvas.worker.tensor;

/** What was to be added to a weight is so large that the weight would be no finite number. */
public class WeightOverflowException extends RuntimeException {
    public WeightOverflowException(String parameter) {
        super("The weight " + parameter + " would be no finite number.");
    }
}
