package studio.pingvas.generation.library;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.contracts.generation.library.Listing;
import studio.pingvas.contracts.generation.library.Origin;
import studio.pingvas.contracts.generation.library.Visibility;
import studio.pingvas.platform.database.Keyset;

/**
 * An item that came with the product, in one language.
 *
 * @param category null if there are no categories
 * @param searchText in lower case
 */
public record Shipped<V>(Listing listing, String category, String searchText, V view) {
    /** Older than anything of users, so that it comes last where the newest come first. */
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * @param key from which the id is made, the same in every installation
     * @param number from 0; lists keep the order of the numbers
     */
    public static Listing listing(String key, int number) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        Instant since = FIRST.minusSeconds(number);
        return new Listing(id, Origin.SHIPPED, Visibility.PUBLIC, 1, since, since);
    }

    /**
     * @param category null if there are no categories
     */
    public static <V> Shipped<V> of(
            Listing listing, String category, String name, String description, V view) {
        return new Shipped<>(listing, category, LibraryItem.searchTextOf(name, description), view);
    }

    boolean fits(LibraryQuery wanted) {
        return (wanted.origin() == null || wanted.origin() == Origin.SHIPPED)
                && (wanted.category() == null || wanted.category().equals(category))
                && (wanted.search() == null || searchText.contains(wanted.search()));
    }

    /** Each has a time of its own. */
    boolean isAfter(Keyset place) {
        return place == null || listing.createdAt().isBefore(place.at());
    }
}
