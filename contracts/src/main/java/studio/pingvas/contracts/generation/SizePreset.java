package studio.pingvas.contracts.generation;

/**
 * A size that was asked for, and the one that is made instead.
 *
 * @param name for example {@code facebook-cover}; null if it has none
 * @param width asked for
 * @param height asked for
 * @param modelWidth that is made
 * @param modelHeight that is made
 */
public record SizePreset(String name, int width, int height, int modelWidth, int modelHeight) {}
