package studio.pingvas.worker.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The steps around the model: those that are known, with the values they can bear. */
final class TokenizerParts {
    private static final Set<String> NORMALIZERS =
            Set.of(
                    "NFC",
                    "NFD",
                    "NFKC",
                    "NFKD",
                    "Lowercase",
                    "Strip",
                    "StripAccents",
                    "Nmt",
                    "BertNormalizer",
                    "Replace",
                    "Prepend",
                    "Precompiled");
    private static final Set<String> PRE_TOKENIZERS =
            Set.of(
                    "ByteLevel",
                    "Split",
                    "Whitespace",
                    "WhitespaceSplit",
                    "BertPreTokenizer",
                    "Metaspace",
                    "Digits",
                    "Punctuation");
    private static final Set<String> POST_PROCESSORS =
            Set.of("TemplateProcessing", "RobertaProcessing", "BertProcessing", "ByteLevel");
    private static final int MAX_STEPS = 16;
    private static final int MAX_GROWTH = 8;
    private static final int MAX_SPECIAL_TOKENS = 16;

    private TokenizerParts() {}

    static void requireNormalizer(JsonNode part) {
        int growth = 1;
        for (JsonNode step : steps(part, "normalizers", NORMALIZERS)) {
            int length = Math.max(1, step.path("content").asText().length());
            check(length <= MAX_GROWTH, "it replaces by long texts");
            growth *= length;
            check(growth <= MAX_GROWTH, "it makes texts much longer");
            switch (step.path("type").asText()) {
                case "Prepend" -> requirePrepended(step.path("prepend").asText());
                case "Precompiled" ->
                        PrecompiledCharsmap.require(step.path("precompiled_charsmap").asText());
                default -> {}
            }
        }
        requirePatterns(part);
    }

    static void requirePreTokenizer(JsonNode part) {
        steps(part, "pretokenizers", PRE_TOKENIZERS);
        requirePatterns(part);
    }

    static void requirePostProcessor(JsonNode part) {
        int templates = 0;
        for (JsonNode step : steps(part, "processors", POST_PROCESSORS)) {
            String type = step.path("type").asText();
            templates += type.equals("ByteLevel") ? 0 : 1;
            if (type.equals("TemplateProcessing")) {
                requireTemplate(step);
            }
        }
        check(templates <= 1, "it frames prompts more than once");
    }

    /** Wherever a pattern stands: the library compiles even those that it never uses here. */
    static void requirePatterns(JsonNode part) {
        for (JsonNode pattern : part.findValues("Regex")) {
            check(pattern.isTextual(), "a pattern is not a text");
            TokenizerPattern.require(pattern.textValue());
        }
        for (JsonNode pattern : part.findValues("String")) {
            check(pattern.isTextual() && !pattern.textValue().isEmpty(), "a pattern is empty");
        }
    }

    static void check(boolean safe, String complaint) {
        if (!safe) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** To prepend nothing ends the process with the next step. */
    private static void requirePrepended(String text) {
        check(!text.isEmpty() && text.length() <= MAX_GROWTH, "it prepends nothing or a long text");
    }

    /** The prompt once, around it tokens that are explained; anything else ends the process. */
    private static void requireTemplate(JsonNode template) {
        int prompts = 0;
        for (JsonNode piece : template.path("single")) {
            JsonNode token = piece.get("SpecialToken");
            if (token == null) {
                check(piece.path("Sequence").path("id").asText().equals("A"), "its template");
                prompts++;
            } else {
                JsonNode meaning = template.path("special_tokens").path(token.path("id").asText());
                int ids = meaning.path("ids").size();
                check(ids == 1 && meaning.path("tokens").size() == 1, "a token of its template");
            }
        }
        check(prompts == 1, "its template holds the prompt " + prompts + " times");
        int pieces = template.path("single").size();
        check(pieces <= MAX_SPECIAL_TOKENS, "its template has " + pieces + " pieces");
    }

    /** One step, or those of a sequence, which may not hold another. */
    private static List<JsonNode> steps(JsonNode part, String list, Set<String> known) {
        List<JsonNode> steps = new ArrayList<>();
        if (part.path("type").asText().equals("Sequence")) {
            part.path(list).forEach(steps::add);
        } else if (!part.isNull()) {
            steps.add(part);
        }
        check(steps.size() <= MAX_STEPS, "it has " + steps.size() + " steps");
        for (JsonNode step : steps) {
            String type = step.path("type").asText();
            check(known.contains(type), "the step \"" + shorten(type) + "\" is not known");
        }
        return steps;
    }

    private static String shorten(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
