package studio.pingvas.web.rest.generation.library;

import jakarta.ws.rs.QueryParam;
import studio.pingvas.contracts.generation.library.LibraryQuery;
import studio.pingvas.web.rest.QueryNumber;

/** What of a library is looked for. */
public class LibrarySearch {
    private static final int DEFAULT_LIMIT = 20;

    @QueryParam("q")
    String text;

    /** {@code shipped}, {@code own} or {@code shared}. */
    @QueryParam("origin")
    String origin;

    /** {@code en} or {@code ko}. */
    @QueryParam("lang")
    String language;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;

    LibraryQuery query() {
        return in(null);
    }

    /**
     * @param category null for all
     */
    LibraryQuery in(String category) {
        return new LibraryQuery(
                category,
                text,
                LibraryNames.originOf(origin),
                language,
                cursor,
                QueryNumber.of("limit", limit, DEFAULT_LIMIT));
    }
}
