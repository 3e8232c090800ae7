package studio.pingvas.worker.metrics;

/** Learns how long operations outside of the networks take. */
@FunctionalInterface
public interface KernelTimer {
    /**
     * @param kernel one of a fixed set of names
     */
    void kernelTook(String kernel, long nanos);
}
