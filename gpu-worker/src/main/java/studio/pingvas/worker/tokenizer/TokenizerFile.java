package studio.pingvas.worker.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Looks through a {@code tokenizer.json} before the native library does, which ends the process
 * where it should complain. Only parts that are known to be harmless are let through.
 */
final class TokenizerFile {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_ADDED_TOKENS = 8192;
    private static final int MAX_SUFFIX = 16;
    private static final Set<String> MODELS = Set.of("BPE", "Unigram", "WordPiece", "WordLevel");

    private TokenizerFile() {}

    /**
     * @throws IllegalArgumentException if it is not a tokenizer or not one that is known to be safe
     */
    static void require(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            require(in.readNBytes(MAX_BYTES + 1));
        }
    }

    static void require(byte[] json) {
        check(json.length <= MAX_BYTES, "it is larger than " + MAX_BYTES + " bytes");
        try {
            JsonSections sections = JsonSections.of(json);
            requireModel(sections.sections("model"));
            requireTokens(sections);
            TokenizerParts.requireNormalizer(sections.tree("normalizer"));
            TokenizerParts.requirePreTokenizer(sections.tree("pre_tokenizer"));
            TokenizerParts.requirePostProcessor(sections.tree("post_processor"));
            TokenizerParts.requirePatterns(sections.tree("decoder"));
        } catch (IOException e) {
            // Of bytes in memory: it is what they mean, other encodings included.
            throw new IllegalArgumentException("it is not JSON: " + complaintOf(e), e);
        }
    }

    private static void requireModel(JsonSections model) throws IOException {
        String type = model.tree("type").asText();
        check(MODELS.contains(type), "its model is none of " + MODELS);
        check(model.size("vocab") > 0, "it has no vocabulary");
        // The library cuts it off merges without looking whether it is there.
        boolean plain = !type.equals("BPE") || isBlank(model, "continuing_subword_prefix", 0);
        check(plain, "its subwords have a prefix");
        check(isBlank(model, "end_of_word_suffix", MAX_SUFFIX), "its suffix is long");
        check(model.tree("dropout").asDouble() == 0, "it drops tokens by chance");
    }

    private static void requireTokens(JsonSections sections) throws IOException {
        int added = sections.size("added_tokens");
        check(added <= MAX_ADDED_TOKENS, "it adds " + added + " tokens");
        // The library would divide the rest of the length by it.
        check(sections.tree("truncation").path("stride").asLong() == 0, "it truncates by a stride");
    }

    private static boolean isBlank(JsonSections model, String name, int longest)
            throws IOException {
        JsonNode text = model.tree(name);
        return text.isNull() || text.isTextual() && text.textValue().length() <= longest;
    }

    private static String complaintOf(IOException e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : e.getMessage();
    }

    private static void check(boolean safe, String complaint) {
        TokenizerParts.check(safe, complaint);
    }
}
