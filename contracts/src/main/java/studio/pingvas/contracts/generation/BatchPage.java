package studio.pingvas.contracts.generation;

import java.util.List;

/**
 * @param items newest first
 * @param nextCursor for the next page, or null at the end
 */
public record BatchPage(List<BatchView> items, String nextCursor) {
    public BatchPage {
        items = List.copyOf(items);
    }
}
