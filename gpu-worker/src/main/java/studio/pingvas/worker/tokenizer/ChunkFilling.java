package studio.pingvas.worker.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** The tokens of one prompt on their way into chunks. */
final class ChunkFilling {
    // As far back as A1111 looks for a comma.
    private static final int BACKTRACK = 20;
    private static final int NONE = -1;

    private final PromptTokenizer tokenizer;
    private final int maxChunks;
    private final List<TokenChunk> full = new ArrayList<>();
    private final long[] ids;
    private final float[] weights;
    private int size;
    private int lastComma = NONE;
    private int cut;

    ChunkFilling(PromptTokenizer tokenizer, int maxChunks) {
        this.tokenizer = tokenizer;
        this.maxChunks = maxChunks;
        this.ids = new long[tokenizer.capacity()];
        this.weights = new float[tokenizer.capacity()];
    }

    void add(String text, float weight) {
        for (long id : tokenizer.tokensOf(text)) {
            add(id, weight);
        }
    }

    void nextChunk() {
        if (full.size() < maxChunks) {
            finishChunk(size);
        }
    }

    TokenizedPrompt finish() {
        if (size > 0 || full.isEmpty()) {
            nextChunk();
        }
        return new TokenizedPrompt(full, cut);
    }

    private void add(long id, float weight) {
        if (size == ids.length && full.size() < maxChunks) {
            finishChunk(id == tokenizer.commaId() ? size : lengthOfPhrases());
        }
        if (full.size() == maxChunks) {
            cut++;
            return;
        }
        if (id == tokenizer.commaId()) {
            lastComma = size;
        }
        ids[size] = id;
        weights[size] = weight;
        size++;
    }

    /** How much of a full chunk stays in it. Nothing moves where there is nowhere to go. */
    private int lengthOfPhrases() {
        boolean near = lastComma != NONE && size - lastComma <= BACKTRACK;
        return near && full.size() + 1 < maxChunks ? lastComma + 1 : size;
    }

    /** The tokens after the first ones begin the next chunk. */
    private void finishChunk(int count) {
        full.add(tokenizer.chunkOf(ids, weights, count));
        System.arraycopy(ids, count, ids, 0, size - count);
        System.arraycopy(weights, count, weights, 0, size - count);
        size -= count;
        lastComma = NONE;
    }
}
