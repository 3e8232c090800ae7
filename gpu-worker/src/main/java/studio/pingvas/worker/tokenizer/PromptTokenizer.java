package studio.pingvas.worker.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Words to token ids, and the frame of other ids that a text encoder expects around them. */
public final class PromptTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final int length;
    private final long padId;
    private final long[] begin;
    private final long[] end;
    private final long commaId;

    private PromptTokenizer(HuggingFaceTokenizer tokenizer, int length, long padId) {
        this.tokenizer = tokenizer;
        this.length = length;
        this.padId = padId;
        // "a," and not ",": many vocabularies know another comma at the beginning of a text.
        long[] bare = tokensOf("a,");
        long[] framed = tokenizer.encode("a,", true, false).getIds();
        this.commaId = bare[bare.length - 1];
        int beginning = indexOf(bare, framed);
        this.begin = Arrays.copyOf(framed, beginning);
        this.end = Arrays.copyOfRange(framed, beginning + bare.length, framed.length);
        if (capacity() < 1) {
            throw new IllegalArgumentException("No room for words among " + length + " tokens.");
        }
    }

    /**
     * @param length of every sequence that the text encoder reads
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it describes no tokenizer
     */
    public static PromptTokenizer load(Path file, int length, long padId) throws IOException {
        TokenizerFile.require(file);
        // The library's own padding and truncation take no notice of the pad token in the file,
        // and would hide how much of a prompt is cut.
        HuggingFaceTokenizer tokenizer =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(file)
                        .optPadding(false)
                        .optTruncation(false)
                        .build();
        try {
            // Some have no token for what they do not know, and would fail with such a prompt.
            tokenizer.encode("1 é \u2603 \uAC00");
            return new PromptTokenizer(tokenizer, length, padId);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /** Ids of the words alone, as many as there are. */
    long[] tokensOf(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }

    /** The id of a comma that follows a word. */
    long commaId() {
        return commaId;
    }

    /** How many tokens of a prompt one sequence holds. */
    int capacity() {
        return length - begin.length - end.length;
    }

    /** A whole sequence around the first ids. */
    TokenChunk chunkOf(long[] ids, float[] weights, int count) {
        long[] sequence = Arrays.copyOf(begin, length);
        System.arraycopy(ids, 0, sequence, begin.length, count);
        System.arraycopy(end, 0, sequence, begin.length + count, end.length);
        Arrays.fill(sequence, begin.length + count + end.length, length, padId);
        TokenChunk chunk = TokenChunk.of(sequence);
        System.arraycopy(weights, 0, chunk.weights(), begin.length, count);
        return chunk;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private static int indexOf(long[] part, long[] whole) {
        for (int index = 0; index + part.length <= whole.length; index++) {
            if (Arrays.equals(part, 0, part.length, whole, index, index + part.length)) {
                return index;
            }
        }
        throw new IllegalArgumentException("The tokenizer changes words when it frames them.");
    }
}
