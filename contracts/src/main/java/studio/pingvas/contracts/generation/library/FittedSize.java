package studio.pingvas.contracts.generation.library;

/**
 * @param preset null if it was asked for by width and height
 * @param width that the model paints for it, in pixels
 * @param height that the model paints for it, in pixels
 */
public record FittedSize(SizePreset preset, int width, int height) {}
