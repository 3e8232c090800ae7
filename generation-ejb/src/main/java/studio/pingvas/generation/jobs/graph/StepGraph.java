package studio.pingvas.generation.jobs.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which step needs which others, directly or by way of others. Steps are counted as in the
 * document.
 */
final class StepGraph {
    private final int size;
    private final boolean[][] needs;
    private final boolean[][] needsAtLast;

    /**
     * @param before places of the steps that a step takes its pictures from
     */
    StepGraph(int size, IntFunction<List<Integer>> before) {
        this.size = size;
        needs = new boolean[size][size];
        needsAtLast = new boolean[size][size];
        for (int step = 0; step < size; step++) {
            for (int other : before.apply(step)) {
                needs[step][other] = true;
                needsAtLast[step][other] = true;
            }
        }
        for (int by = 0; by < size; by++) {
            for (int step = 0; step < size; step++) {
                for (int other = 0; other < size; other++) {
                    needsAtLast[step][other] |= needsAtLast[step][by] && needsAtLast[by][other];
                }
            }
        }
    }

    /** Steps that wait for each other, each group once. */
    List<List<Integer>> circles() {
        List<List<Integer>> circles = new ArrayList<>();
        for (int step = 0; step < size; step++) {
            List<Integer> circle = waitingForEachOther(step);
            if (!circle.isEmpty() && circle.get(0) == step) {
                circles.add(circle);
            }
        }
        return circles;
    }

    private List<Integer> waitingForEachOther(int step) {
        return IntStream.range(0, size)
                .filter(other -> needsAtLast[step][other] && needsAtLast[other][step])
                .boxed()
                .toList();
    }

    /** Steps that no other needs. */
    List<Integer> ends() {
        return IntStream.range(0, size)
                .filter(step -> IntStream.range(0, size).noneMatch(other -> needs[other][step]))
                .boxed()
                .toList();
    }

    /** Steps that are not needed for that one. */
    List<Integer> uselessFor(int output) {
        return IntStream.range(0, size)
                .filter(step -> step != output && !needsAtLast[output][step])
                .boxed()
                .toList();
    }

    /** The steps so that each comes after those it needs, else as in the document. */
    List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        while (order.size() < size) {
            order.add(
                    IntStream.range(0, size)
                            .filter(step -> !order.contains(step))
                            .filter(step -> isReady(step, order))
                            .findFirst()
                            .orElseThrow());
        }
        return order;
    }

    private boolean isReady(int step, List<Integer> done) {
        return IntStream.range(0, size)
                .allMatch(other -> !needs[step][other] || done.contains(other));
    }
}
