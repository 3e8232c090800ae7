package studio.pingvas.contracts.generation;

import java.util.List;

/**
 * @param items newest first
 * @param nextCursor for the next page, or null at the end
 */
public record JobPage(List<JobView> items, String nextCursor) {
    public JobPage {
        items = List.copyOf(items);
    }
}
