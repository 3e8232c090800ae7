package studio.pingvas.generation.library;

import java.util.regex.Pattern;

/** Prompts made of pieces. */
public final class PromptText {
    private static final Pattern EMPTY_PARTS = Pattern.compile("\\s*,(?:\\s*,)+");
    private static final Pattern OUTER_COMMAS = Pattern.compile("^[\\s,]+|[\\s,]+$");

    private PromptText() {}

    /** Without the commas around pieces that turned out to be empty. */
    public static String tidy(String prompt) {
        String joined = EMPTY_PARTS.matcher(prompt).replaceAll(",");
        return OUTER_COMMAS.matcher(joined).replaceAll("").replaceAll("\\s+", " ");
    }
}
