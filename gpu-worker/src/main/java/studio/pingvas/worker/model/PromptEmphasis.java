package studio.pingvas.worker.model;

/**
 * Weights of words, put on the vectors that a text encoder gave for their tokens: each vector is
 * multiplied by its weight, then all vectors of the sequence by the one number that gives them back
 * the mean they had before. That is the rule that A1111 calls "original", which prompts found on
 * the web were written for.
 */
final class PromptEmphasis {
    private PromptEmphasis() {}

    /**
     * @param vectors of one sequence, token by token, changed in place
     * @param offset where the sequence begins
     * @param weights one for each token
     */
    static void apply(float[] vectors, int offset, int width, float[] weights) {
        int end = offset + weights.length * width;
        double before = sum(vectors, offset, end);
        for (int token = 0; token < weights.length; token++) {
            int begin = offset + token * width;
            multiply(vectors, begin, begin + width, weights[token]);
        }
        double ratio = before / sum(vectors, offset, end);
        // A mean of zero cannot be restored.
        if (Double.isFinite(ratio)) {
            multiply(vectors, offset, end, (float) ratio);
        }
    }

    private static double sum(float[] values, int begin, int end) {
        double sum = 0;
        for (int index = begin; index < end; index++) {
            sum += values[index];
        }
        return sum;
    }

    private static void multiply(float[] values, int begin, int end, float factor) {
        for (int index = begin; index < end; index++) {
            values[index] *= factor;
        }
    }
}
