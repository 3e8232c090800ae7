package studio.pingvas.worker.model;

import studio.pingvas.worker.tensor.Tensor;

/**
 * Prompts as the text encoders understood them, one row for each.
 *
 * @param text vectors of the tokens [rows, tokens, width]; null if no encoder gives them
 * @param pooled one vector for the whole prompt [rows, width]; null if no encoder gives it
 * @param tokensCut how many tokens of the prompts found no room
 */
record EncodedText(Tensor text, Tensor pooled, int tokensCut) {}
