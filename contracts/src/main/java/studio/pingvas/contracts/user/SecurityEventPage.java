package studio.pingvas.contracts.user;

import java.util.List;

/**
 * @param items newest first
 * @param nextCursor for the next page, or null at the end
 */
public record SecurityEventPage(List<SecurityEventView> items, String nextCursor) {
    public SecurityEventPage {
        items = List.copyOf(items);
    }
}
