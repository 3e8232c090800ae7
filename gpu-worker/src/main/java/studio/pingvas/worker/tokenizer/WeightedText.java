package studio.pingvas.worker.tokenizer;

/**
 * A piece of a prompt.
 *
 * @param weight of its words, 1 for plain ones
 */
record WeightedText(String text, double weight) {}
