package studio.pingvas.contracts.gallery;

import java.util.List;

/**
 * @param items newest first
 * @param nextCursor for the next page, or null at the end
 * @param total how many there are in all, counted only for a page by number, else null
 */
public record ImagePage(List<ImageView> items, String nextCursor, Long total) {
    public ImagePage {
        items = List.copyOf(items);
    }
}
