package studio.pingvas.contracts.generation.library;

/**
 * What a person writes, or what becomes of it with a preset.
 *
 * @param prompt up to 2,000 characters; null for none
 * @param negativePrompt up to 2,000 characters; null for none
 */
public record PromptWords(String prompt, String negativePrompt) {}
