package studio.pingvas.generation.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import studio.pingvas.contracts.generation.library.LibraryPage;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.generation.jobs.control.ListCursor;
import studio.pingvas.generation.jobs.control.Violations;
import studio.pingvas.platform.database.Keyset;

/**
 * Lists of what is on a shelf, followed by what was shipped.
 *
 * @param categories that there are
 * @param listing of what is shown
 * @param shown what a reader sees of a row
 */
public record LibraryLists<T extends LibraryItem, V>(
        LibraryShelf<T> shelf,
        List<String> categories,
        Function<V, Listing> listing,
        Function<T, V> shown) {
    private static final int MAX_LIMIT = 100;
    private static final int MAX_SEARCH = 100;

    /**
     * @param shipped in the language of the query
     */
    public LibraryPage<V> page(UUID reader, LibraryQuery query, List<Shipped<V>> shipped) {
        LibraryQuery wanted = checked(query);
        Keyset after = ListCursor.decode(wanted.cursor());
        List<V> found = new ArrayList<>();
        if (wanted.origin() != Origin.SHIPPED) {
            shelf.list(reader, wanted, after, wanted.limit() + 1).stream()
                    .map(shown)
                    .forEach(found::add);
        }
        shipped.stream()
                .filter(item -> item.fits(wanted) && item.isAfter(after))
                .map(Shipped::view)
                .forEach(found::add);
        if (found.size() <= wanted.limit()) {
            return new LibraryPage<>(found, null);
        }
        List<V> page = found.subList(0, wanted.limit());
        Listing last = listing.apply(page.get(page.size() - 1));
        return new LibraryPage<>(page, new Keyset(last.createdAt(), last.id()).encode());
    }

    private LibraryQuery checked(LibraryQuery query) {
        String search = query.search() == null ? "" : query.search().strip();
        Violations violations = new Violations("");
        violations.checkText("/q", search, MAX_SEARCH);
        if (query.category() != null && !categories.contains(query.category())) {
            checkCategory(violations);
        }
        violations.throwIfAny();
        return new LibraryQuery(
                query.category(),
                search.isEmpty() ? null : search.toLowerCase(Locale.ROOT),
                query.origin(),
                query.language(),
                query.cursor(),
                Math.max(1, Math.min(query.limit(), MAX_LIMIT)));
    }

    private void checkCategory(Violations violations) {
        if (categories.isEmpty()) {
            violations.add("/category", "There are no categories here.");
        } else {
            violations.add("/category", "One of {0}.", String.join(", ", categories));
        }
    }
}
