package studio.pingvas.worker.life;

/** The worker was told to work on a GPU, and there is none that it can use. */
public class DeviceMissingException extends RuntimeException {
    DeviceMissingException(String explanation) {
        super("STUDIO_DEVICE asks for cuda, but: " + explanation);
    }
}
