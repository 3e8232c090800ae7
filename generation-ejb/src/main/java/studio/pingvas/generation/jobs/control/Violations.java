package studio.pingvas.generation.jobs.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.Sentence;

/** Collects what is wrong with a part of a request, so that all of it is named at once. */
public final class Violations {
    public static final int MAX_PROMPT_LENGTH = 2_000;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final String root;
    private final List<Violation> found;

    /**
     * @param root JSON pointer of the part, empty for the whole request
     */
    public Violations(String root) {
        this(root, new ArrayList<>());
    }

    private Violations(String root, List<Violation> found) {
        this.root = root;
        this.found = found;
    }

    /** For a part of this part; what is found there is found here. */
    public Violations at(String pointer) {
        return new Violations(root + pointer, found);
    }

    /** JSON pointer of the part. */
    public String root() {
        return root;
    }

    /** All that has been found so far, in every part. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /**
     * @param text as of a {@link Sentence}
     */
    public void add(String pointer, String text, Object... values) {
        add(pointer, Sentence.of(text, values));
    }

    public void add(String pointer, Sentence sentence) {
        found.add(new Violation(root + pointer, sentence));
    }

    public void checkText(String pointer, String text) {
        checkText(pointer, text, MAX_PROMPT_LENGTH);
    }

    public void checkText(String pointer, String text, int most) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > most) {
            add(pointer, "At most {0} characters.", most);
        }
        // PostgreSQL keeps no NUL, and half a surrogate pair is no character.
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            add(pointer, "Contains a character that is not allowed.");
        }
    }

    public void checkRange(String pointer, Number value, long least, long most) {
        if (value == null) {
            return;
        }
        double number = value.doubleValue();
        if (Double.isNaN(number) || number < least || number > most) {
            add(pointer, "From {0} to {1}.", least, most);
        }
    }

    /** Of a file that workers have; whether they do have it is for them to say. */
    public void checkId(String pointer, String id) {
        if (id == null || !ID.matcher(id).matches()) {
            add(pointer, "An id has 1 to 64 of the characters a-z, 0-9, dot, hyphen, underscore.");
        }
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }
}
