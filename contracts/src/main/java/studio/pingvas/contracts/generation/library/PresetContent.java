package studio.pingvas.contracts.generation.library;

/**
 * Words that are used again and again.
 *
 * @param name 1 to 100 characters
 * @param prompt up to 2,000 characters; what the person writes takes the place of {@code {prompt}},
 *     or, without one, stands before it
 * @param negativePrompt up to 2,000 characters; null for none, and otherwise as the prompt
 */
public record PresetContent(String name, String prompt, String negativePrompt) {}
