package studio.pingvas.platform.database;

import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values as a text that PostgreSQL reads as an array, by {@code cast(?1 as uuid[])} for example.
 * For ids, numbers and constants: what would need quotation marks is refused.
 */
public final class ArrayText {
    private static final Pattern PLAIN = Pattern.compile("[\\w.+-]+");
    private static final String NULL = "NULL";

    private ArrayText() {}

    /**
     * @throws IllegalArgumentException if one of them is neither an id nor a number nor a name
     */
    public static String of(Collection<?> values) {
        return ofColumn(values, value -> value);
    }

    /** One column of rows; null where a row has no value. */
    public static <T> String ofColumn(Collection<T> rows, Function<T, ?> column) {
        return rows.stream()
                .map(column)
                .map(ArrayText::element)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(Object value) {
        if (value == null) {
            return NULL;
        }
        String text = value.toString();
        if (!PLAIN.matcher(text).matches() || text.equalsIgnoreCase(NULL)) {
            throw new IllegalArgumentException("Not for an array: " + text);
        }
        return text;
    }
}
