package studio.pingvas.worker.life;

/** Looks whether this process can work on a GPU. It must not fail, whatever is missing. */
@FunctionalInterface
public interface CudaProbe {
    Finding look();

    /**
     * What was found.
     *
     * @param usable whether networks and kernels can run on it
     * @param explanation what is missing, or which GPU it is and what it brings; for people
     * @param name of the GPU; empty if none is usable
     * @param memoryBytes of the GPU; 0 if none is usable
     */
    record Finding(boolean usable, String explanation, String name, long memoryBytes) {
        public static final String NO_DRIVER = "no driver";
        public static final String NO_DEVICE = "no device";
        public static final String NO_LIBRARIES = "CUDA libraries missing";

        /**
         * @param explanation begins with one of the constants above
         */
        public static Finding missing(String explanation) {
            return new Finding(false, explanation, "", 0);
        }

        public static Finding gpu(String name, long memoryBytes) {
            String explanation = "%s with %d MiB".formatted(name, memoryBytes >> 20);
            return new Finding(true, explanation, name, memoryBytes);
        }
    }
}
