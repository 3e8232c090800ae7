package studio.pingvas.generation.forecast;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The workers there are.
 *
 * @param workers how many of each device
 */
record Fleet(Map<String, Long> workers) {
    static Fleet of(Collection<String> devices) {
        return new Fleet(
                devices.stream()
                        .collect(
                                Collectors.groupingBy(
                                        device -> device, TreeMap::new, Collectors.counting())));
    }

    /** At least one: if none was heard, the next one that comes will have to do it all. */
    long size() {
        return Math.max(1, workers.values().stream().mapToLong(Long::longValue).sum());
    }
}
