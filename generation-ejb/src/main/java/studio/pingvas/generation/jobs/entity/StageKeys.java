package studio.pingvas.generation.jobs.entity;

/**
 * Objects of the store that a stage begins with.
 *
 * @param image null for none
 * @param mask null for none
 */
public record StageKeys(String image, String mask) {
    public static final StageKeys NONE = new StageKeys(null, null);
}
