package studio.pingvas.contracts.generation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt with names between braces, in the place of which values are put.
 *
 * @param text as its author wrote it
 */
public record PromptPattern(String text) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern PLACE = Pattern.compile("\\{(" + NAME + ")}");

    /**
     * A piece of the prompt.
     *
     * @param text words of the author, or a name without its braces
     */
    public record Part(String text, boolean isName) {}

    public static boolean isName(String text) {
        return text != null && NAME.matcher(text).matches();
    }

    /** How a prompt names it. */
    public static String place(String name) {
        return "{" + name + "}";
    }

    /** All of it, in order. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            addWords(parts, end, place.start());
            parts.add(new Part(place.group(1), true));
            end = place.end();
        }
        addWords(parts, end, text.length());
        return parts;
    }

    private void addWords(List<Part> parts, int begin, int end) {
        if (begin < end) {
            parts.add(new Part(text.substring(begin, end), false));
        }
    }

    /** In the order of their first use. */
    public Set<String> names() {
        return parts().stream()
                .filter(Part::isName)
                .map(Part::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A brace that belongs to no name would be a slip of the author. */
    public boolean hasStrayBrace() {
        return parts().stream()
                .anyMatch(
                        part ->
                                !part.isName()
                                        && (part.text().contains("{")
                                                || part.text().contains("}")));
    }

    /** Puts all values in at once: what a value says is never looked at again. */
    public String filledWith(UnaryOperator<String> values) {
        return parts().stream()
                .map(part -> part.isName() ? values.apply(part.text()) : part.text())
                .collect(Collectors.joining());
    }
}
