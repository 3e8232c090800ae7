package studio.pingvas.worker.tokenizer;

import java.util.Arrays;

/**
 * One sequence as a text encoder reads it.
 *
 * @param ids begin, tokens, end and padding
 * @param weights one for each id, 1 for all that is not of the prompt
 */
public record TokenChunk(long[] ids, float[] weights) {
    static TokenChunk of(long[] ids) {
        float[] weights = new float[ids.length];
        Arrays.fill(weights, 1);
        return new TokenChunk(ids, weights);
    }

    public boolean isWeighted() {
        for (float weight : weights) {
            if (weight != 1) {
                return true;
            }
        }
        return false;
    }
}
