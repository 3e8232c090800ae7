package studio.pingvas.contracts.generation.library;

/**
 * What came of an import.
 *
 * @param imported presets that are new
 * @param skipped presets that were there already, word for word
 */
public record PresetImport(int imported, int skipped) {}
