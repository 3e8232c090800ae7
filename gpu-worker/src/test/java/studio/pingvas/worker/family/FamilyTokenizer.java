package studio.pingvas.worker.family;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small {@code tokenizer.json} files that frame words as the real ones do. */
enum FamilyTokenizer {
    /** Begin, words, end, padding with the end. */
    CLIP(
            """
            {"type": "RobertaProcessing", "sep": ["<end>", 2], "cls": ["<begin>", 1],
             "trim_offsets": false, "add_prefix_space": false}\
            """,
            2),
    /** Words, end, padding with another token. */
    T5(
            """
            {"type": "TemplateProcessing",
             "single": [{"Sequence": {"id": "A", "type_id": 0}},
                        {"SpecialToken": {"id": "<end>", "type_id": 0}}],
             "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                      {"Sequence": {"id": "B", "type_id": 0}}],
             "special_tokens": {"<end>": {"id": "<end>", "ids": [2], "tokens": ["<end>"]}}}\
            """,
            0),
    /** The words of a person in a conversation, as a language model expects them. */
    CHAT(
            """
            {"type": "TemplateProcessing",
             "single": [{"SpecialToken": {"id": "<begin>", "type_id": 0}},
                        {"SpecialToken": {"id": "word4", "type_id": 0}},
                        {"Sequence": {"id": "A", "type_id": 0}},
                        {"SpecialToken": {"id": "<end>", "type_id": 0}},
                        {"SpecialToken": {"id": "<begin>", "type_id": 0}},
                        {"SpecialToken": {"id": "word5", "type_id": 0}}],
             "pair": [{"Sequence": {"id": "A", "type_id": 0}},
                      {"Sequence": {"id": "B", "type_id": 0}}],
             "special_tokens": {"<begin>": {"id": "<begin>", "ids": [1], "tokens": ["<begin>"]},
                                "<end>": {"id": "<end>", "ids": [2], "tokens": ["<end>"]},
                                "word4": {"id": "word4", "ids": [4], "tokens": ["word4"]},
                                "word5": {"id": "word5", "ids": [5], "tokens": ["word5"]}}}\
            """,
            0);

    /** Ids in the vocabulary. */
    static final int WORDS = 64;

    private final String framing;
    private final int padId;

    FamilyTokenizer(String framing, int padId) {
        this.framing = framing;
        this.padId = padId;
    }

    int padId() {
        return padId;
    }

    String json() {
        String words =
                IntStream.range(4, WORDS)
                        .mapToObj(id -> "\"word%d\": %d".formatted(id, id))
                        .collect(Collectors.joining(", "));
        return """
        {"version": "1.0", "truncation": null, "padding": null,
         "added_tokens": [%s, %s, %s],
         "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "post_processor": %s,
         "decoder": null,
         "model": {"type": "WordLevel", "unk_token": "<unknown>",
                   "vocab": {"<pad>": 0, "<begin>": 1, "<end>": 2, "<unknown>": 3, %s}}}
        """
                .formatted(
                        special(0, "<pad>"),
                        special(1, "<begin>"),
                        special(2, "<end>"),
                        framing,
                        words);
    }

    private static String special(int id, String content) {
        return """
        {"id": %d, "content": "%s", "single_word": false, "lstrip": false, "rstrip": false,
         "normalized": false, "special": true}\
        """
                .formatted(id, content);
    }
}
