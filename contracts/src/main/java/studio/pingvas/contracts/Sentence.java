package studio.pingvas.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something said to people, in English. Other languages know it by its text, so what differs from
 * case to case stands apart.
 *
 * @param text with {0}, {1} and so on in the place of the values
 * @param values as they are shown
 */
public record Sentence(String text, List<String> values) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public Sentence {
        values = List.copyOf(values);
    }

    public static Sentence of(String text, Object... values) {
        return new Sentence(text, Arrays.stream(values).map(String::valueOf).toList());
    }

    public String english() {
        return saidAs(text);
    }

    /**
     * @param translation of the text; it may name the values in another order
     */
    public String saidAs(String translation) {
        return PLACE.matcher(translation)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        values.get(Integer.parseInt(place.group(1)))));
    }

    /** The text as a key: its words in small letters, with hyphens between them. */
    public String key() {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return words.replaceAll("^-|-$", "");
    }
}
