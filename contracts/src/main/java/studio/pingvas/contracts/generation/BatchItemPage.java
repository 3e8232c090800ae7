package studio.pingvas.contracts.generation;

import java.util.List;
import java.util.Map;

/**
 * Jobs of a batch.
 *
 * @param items in the order in which they were asked for
 * @param nextCursor for the next page, or null at the end
 */
public record BatchItemPage(List<Item> items, String nextCursor) {
    public BatchItemPage {
        items = List.copyOf(items);
    }

    /**
     * @param place in the batch, from 0
     * @param values of its axes, named as in the matrix
     */
    public record Item(int place, Map<String, Object> values, JobView job) {}
}
