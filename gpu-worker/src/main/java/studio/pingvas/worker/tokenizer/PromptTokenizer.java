package studio.pingvas.worker.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Cuts prompts into exactly as many tokens as a text encoder reads. */
public final class PromptTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final int length;
    private final long padId;

    private PromptTokenizer(HuggingFaceTokenizer tokenizer, int length, long padId) {
        this.tokenizer = tokenizer;
        this.length = length;
        this.padId = padId;
    }

    /**
     * @param length of every result; longer prompts are cut, their end token stays
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it describes no tokenizer
     */
    public static PromptTokenizer load(Path file, int length, long padId) throws IOException {
        // The library's own padding takes no notice of the pad token in the file.
        HuggingFaceTokenizer tokenizer =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(file)
                        .optAddSpecialTokens(true)
                        .optPadding(false)
                        .optTruncation(true)
                        .optMaxLength(length)
                        .build();
        return new PromptTokenizer(tokenizer, length, padId);
    }

    public long[] encode(String prompt) {
        long[] ids = tokenizer.encode(prompt).getIds();
        long[] padded = Arrays.copyOf(ids, length);
        Arrays.fill(padded, Math.min(ids.length, length), length, padId);
        return padded;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
