package studio.pingvas.generation.batches.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.contracts.generation.BatchMatrix;
import studio.pingvas.contracts.generation.BatchRequest;

/**
 * What changes in a batch: nested loops, the first axis outermost.
 *
 * @param all at least one, each with values
 */
record Axes(List<Axis> all) {
    Axes {
        all = List.copyOf(all);
    }

    static Axes of(BatchRequest request) {
        return request.prompts() == null
                ? of(request.matrix())
                : new Axes(List.of(Axis.ofPrompts(request.prompts())));
    }

    /** In the order that {@link BatchMatrix} promises. */
    static Axes of(BatchMatrix matrix) {
        List<Axis> axes = new ArrayList<>();
        add(axes, "model", matrix.model());
        add(axes, "scheduler", matrix.scheduler());
        if (matrix.size() != null) {
            axes.add(Axis.ofSizes(matrix.size()));
        }
        add(axes, "steps", matrix.steps());
        add(axes, "cfg_scale", matrix.cfgScale());
        if (matrix.prompt() != null) {
            matrix.prompt().forEach((part, values) -> axes.add(Axis.ofPart(part, values)));
        }
        add(axes, "seed", matrix.seed());
        return new Axes(axes);
    }

    /** How many combinations there are; {@link Long#MAX_VALUE} if it is no sensible number. */
    long combinations() {
        try {
            return all.stream()
                    .mapToLong(axis -> axis.values().size())
                    .reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    boolean vary(String field) {
        return all.stream().anyMatch(axis -> axis.fields().contains(field));
    }

    /** Which value of each axis the job at that place has. */
    int[] indexesAt(int place) {
        int[] indexes = new int[all.size()];
        int rest = place;
        for (int i = all.size() - 1; i >= 0; i--) {
            int size = all.get(i).values().size();
            indexes[i] = rest % size;
            rest /= size;
        }
        return indexes;
    }

    /** What the job at that place has of each axis, by name. */
    Map<String, Object> valuesAt(int place) {
        int[] indexes = indexesAt(place);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < indexes.length; i++) {
            all.get(i).show(indexes[i], values);
        }
        return values;
    }

    /**
     * Where the request says what a job of the batch has there.
     *
     * @param pointer into the request of that job
     */
    String pointerTo(int place, String pointer) {
        int[] indexes = indexesAt(place);
        for (int i = 0; i < indexes.length; i++) {
            if (all.get(i).fields().contains(pointer.substring(pointer.indexOf('/') + 1))) {
                return all.get(i).pointerTo(indexes[i]);
            }
        }
        return "/request" + pointer;
    }

    private static void add(List<Axis> axes, String field, List<?> values) {
        if (values != null) {
            axes.add(Axis.of(field, values));
        }
    }
}
