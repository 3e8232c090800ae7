package studio.pingvas.web.rest.generation.status;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;

/** How the virtual machine of this node is, under the names that its exporters have. */
final class NodeMetrics {
    private static final double MILLIS = 1_000;

    private NodeMetrics() {}

    static void write(PrometheusText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.gauge("jvm_memory_used_bytes", "Memory in use.")
                .add(heap.getUsed(), Map.of("area", "heap"))
                .add(other.getUsed(), Map.of("area", "nonheap"))
                .end();
        text.gauge("jvm_memory_max_bytes", "Memory that it may use.")
                .add(heap.getMax(), Map.of("area", "heap"))
                .end();
        text.gauge("jvm_threads_current", "Threads.")
                .add(ManagementFactory.getThreadMXBean().getThreadCount(), Map.of())
                .end();
        PrometheusText.Family collections =
                text.counter("jvm_gc_collection_seconds_total", "Time for collecting garbage.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections.add(
                    collector.getCollectionTime() / MILLIS, Map.of("gc", collector.getName()));
        }
        collections.end();
        text.gauge("system_load_average_1m", "Load of the machine.")
                .add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Map.of())
                .end();
        text.gauge("process_start_time_seconds", "Start of this node, in seconds since 1970.")
                .add(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS, Map.of())
                .end();
    }
}
