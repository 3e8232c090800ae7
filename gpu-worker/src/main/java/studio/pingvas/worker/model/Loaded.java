package studio.pingvas.worker.model;

/** Networks in memory, of one folder. */
interface Loaded extends AutoCloseable {
    /** Digest of what was loaded. */
    String digest();

    /** Memory that the weights take. */
    long bytes();

    @Override
    void close();
}
