package studio.pingvas.contracts.generation.message;

/**
 * Every worker reads models from their files again before its next job. Not needed after a model
 * was changed through its manifest: workers see that by themselves.
 *
 * @param version of this message, {@link #VERSION}
 */
public record ReloadModels(int version) {
    public static final int VERSION = 1;
}
