package studio.pingvas.worker.tokenizer;

import java.util.List;

/**
 * Cuts prompts into sequences of the length that a text encoder reads, each framed for itself. A
 * break begins a new sequence; a full one is cut after its last comma if that is near, so that
 * phrases stay together. An encoder that takes one sequence gets the beginning of the prompt, its
 * breaks no more than spaces.
 */
public final class PromptChunker implements AutoCloseable {
    private static final String SPACE = " ";

    private final PromptTokenizer tokenizer;
    private final int maxChunks;

    /**
     * @param maxChunks sequences that a prompt may fill, at least 1
     */
    public PromptChunker(PromptTokenizer tokenizer, int maxChunks) {
        this.tokenizer = tokenizer;
        this.maxChunks = maxChunks;
    }

    public TokenizedPrompt chunk(String prompt) {
        ChunkFilling filling = new ChunkFilling(tokenizer, maxChunks);
        boolean first = true;
        for (List<WeightedText> section : sectionsOf(prompt)) {
            if (!first) {
                filling.nextChunk();
            }
            first = false;
            section.forEach(piece -> filling.add(piece.text(), (float) piece.weight()));
        }
        return filling.finish();
    }

    /** A sequence of no words, for a prompt that is shorter than another. */
    public TokenChunk emptyChunk() {
        return tokenizer.chunkOf(new long[0], new float[0], 0);
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private List<List<WeightedText>> sectionsOf(String prompt) {
        List<List<WeightedText>> sections = PromptParser.parse(prompt);
        if (maxChunks > 1 || sections.size() == 1) {
            return sections;
        }
        PromptSections joined = new PromptSections();
        for (List<WeightedText> section : sections) {
            section.forEach(piece -> joined.add(piece.text(), piece.weight()));
            joined.add(SPACE, 1);
        }
        return joined.all();
    }
}
