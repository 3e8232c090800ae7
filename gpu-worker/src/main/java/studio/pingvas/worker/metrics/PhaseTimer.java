package studio.pingvas.worker.metrics;

/** Learns how long the phases of jobs take. */
@FunctionalInterface
public interface PhaseTimer {
    void took(Phase phase, long nanos);

    /** Does the work and measures it, also when it fails. */
    default <T, E extends Exception> T time(Phase phase, Work<T, E> work) throws E {
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            took(phase, System.nanoTime() - start);
        }
    }

    /** As {@link #time}, for work without a result. */
    default <E extends Exception> void run(Phase phase, Action<E> action) throws E {
        time(
                phase,
                () -> {
                    action.run();
                    return null;
                });
    }

    /** Work with a result. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Work without one. */
    @FunctionalInterface
    interface Action<E extends Exception> {
        void run() throws E;
    }
}
