package studio.pingvas.contracts.generation.library;

/**
 * What somebody looks for. Null means no restriction, unless a field says otherwise.
 *
 * @param category of templates, for example {@code product}; presets have none
 * @param search part of the name or description, up to 100 characters
 * @param language of the shipped items' texts: {@code en}, {@code ko}; anything else is English
 * @param cursor from the page before
 * @param limit 1 to 100
 */
public record LibraryQuery(
        String category, String search, Origin origin, String language, String cursor, int limit) {}
