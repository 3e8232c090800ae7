package studio.pingvas.contracts.generation.library;

import java.util.List;

/**
 * @param items newest first; what was shipped comes last
 * @param nextCursor for the next page, or null at the end
 */
public record LibraryPage<T>(List<T> items, String nextCursor) {
    public LibraryPage {
        items = List.copyOf(items);
    }
}
