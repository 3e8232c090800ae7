package studio.pingvas.contracts.generation.library;

import java.util.List;
import java.util.function.Function;

/**
 * @param items newest first; what was shipped comes last
 * @param nextCursor for the next page, or null at the end
 */
public record LibraryPage<T>(List<T> items, String nextCursor) {
    public LibraryPage {
        items = List.copyOf(items);
    }

    public <R> LibraryPage<R> map(Function<? super T, ? extends R> shown) {
        return new LibraryPage<>(items.stream().<R>map(shown).toList(), nextCursor);
    }
}
