package studio.pingvas.gallery.images.control;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.gallery.ImageFilter;
import studio.pingvas.platform.database.Keyset;

/** How much of a gallery may be asked for at once. */
public final class PageLimits {
    private static final int MAX_PAGE_SIZE = 100;
    private static final int MAX_DEPTH = 10_000;
    private static final int MAX_TEXT_LENGTH = 200;

    private PageLimits() {}

    public static void check(ImageFilter filter, int limit) {
        List<Violation> violations = new ArrayList<>(violationsOf(filter));
        requireSize("/limit", limit, violations);
        refuse(violations);
    }

    public static void check(ImageFilter filter, int page, int perPage) {
        List<Violation> violations = new ArrayList<>(violationsOf(filter));
        requireSize("/per_page", perPage, violations);
        if (page < 1) {
            violations.add(new Violation("/page", "Pages are counted from 1."));
        } else if ((long) page * perPage > MAX_DEPTH) {
            violations.add(
                    new Violation(
                            "/page",
                            "Page times per_page may be at most {0}; use a cursor to go further.",
                            MAX_DEPTH));
        }
        refuse(violations);
    }

    /** Null means the first page. */
    public static Keyset keysetOf(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return Keyset.decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("/cursor", "Not a cursor of this list.");
        }
    }

    private static void requireSize(String pointer, int size, List<Violation> violations) {
        if (size < 1 || size > MAX_PAGE_SIZE) {
            violations.add(new Violation(pointer, "Must be from {0} to {1}.", 1, MAX_PAGE_SIZE));
        }
    }

    private static List<Violation> violationsOf(ImageFilter filter) {
        List<Violation> violations = new ArrayList<>();
        requireText("/model", filter.model(), violations);
        requireText("/q", filter.text(), violations);
        return violations;
    }

    private static void requireText(String pointer, String text, List<Violation> violations) {
        if (text == null) {
            return;
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            violations.add(new Violation(pointer, "At most {0} characters.", MAX_TEXT_LENGTH));
        }
        if (text.indexOf('\0') >= 0) {
            violations.add(new Violation(pointer, "May not hold the null character."));
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }
}
