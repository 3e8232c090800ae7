/** Prompts to token ids, by a model's own {@code tokenizer.json}. */
package studio.pingvas.worker.tokenizer;
