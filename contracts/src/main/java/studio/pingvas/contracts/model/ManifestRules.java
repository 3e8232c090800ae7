package studio.pingvas.contracts.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sentences for people about values that are missing or make no sense. */
final class ManifestRules {
    static final String KEY = "[a-z0-9][a-z0-9._-]{0,63}";
    // Plain names alone: no separator and no leading dot, so that no file leaves the folder.
    static final String FILE = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}";

    private ManifestRules() {}

    static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    static <T> T present(String field, T value) {
        require(value != null, field + " is missing");
        return value;
    }

    static void text(String field, String value, int maxLength) {
        present(field, value);
        require(!value.isBlank(), field + " is blank");
        require(value.length() <= maxLength, field + " is longer than " + maxLength);
        require(
                value.codePoints().allMatch(ManifestRules::printable),
                field + " is not plain text");
    }

    // PostgreSQL stores neither the null character nor half a surrogate pair.
    private static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }

    static void matching(String field, String value, String pattern) {
        present(field, value);
        require(value.matches(pattern), field + " \"" + value + "\" is not like " + pattern);
    }

    static void between(String field, int value, int least, int most) {
        require(
                value >= least && value <= most,
                field + " is " + value + ", not between " + least + " and " + most);
    }

    static void oneOf(String field, String value, Set<String> known) {
        present(field, value);
        require(
                known.contains(value),
                field + " is \"" + value + "\", none of " + new TreeSet<>(known));
    }

    /** At least one of those that are known, none of them twice. */
    static void someOf(String field, List<String> values, Set<String> known) {
        require(!values.isEmpty(), field + " is empty");
        values.forEach(value -> oneOf(field, value, known));
        require(new HashSet<>(values).size() == values.size(), field + " names one twice");
    }

    static <T> List<T> list(String field, List<T> values) {
        present(field, values);
        require(!values.isEmpty(), field + " is empty");
        values.forEach(value -> present("a value of " + field, value));
        return List.copyOf(values);
    }

    static List<Double> colour(String field, List<Double> values) {
        List<Double> parts = list(field, values);
        require(parts.size() == 3, field + " has not three values");
        parts.forEach(part -> require(Double.isFinite(part), field + " is not finite"));
        return parts;
    }
}
