package studio.pingvas.worker.metrics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counts and times since the process began. Any thread may write and read. */
public final class WorkerMetrics implements PhaseTimer, KernelTimer {
    private final Map<Outcome, LongAdder> jobs = forEach(Outcome.class, LongAdder::new);
    private final Map<Phase, Timing> phases = forEach(Phase.class, Timing::new);
    private final Map<String, Timing> kernels = new ConcurrentSkipListMap<>();
    private final LongAdder steps = new LongAdder();
    private final LongAdder modelHits = new LongAdder();
    private final LongAdder modelMisses = new LongAdder();

    public void jobEnded(Outcome outcome) {
        jobs.get(outcome).increment();
    }

    public void stepDone() {
        steps.increment();
    }

    /** A job found its model in memory. */
    public void modelHit() {
        modelHits.increment();
    }

    /** A job had to wait for its model. */
    public void modelMissed() {
        modelMisses.increment();
    }

    @Override
    public void took(Phase phase, long nanos) {
        phases.get(phase).add(nanos);
    }

    @Override
    public void kernelTook(String kernel, long nanos) {
        kernels.computeIfAbsent(kernel, name -> new Timing()).add(nanos);
    }

    public void writeTo(PrometheusText text) {
        String jobsTotal = "studio_worker_jobs_total";
        text.begin(jobsTotal, "counter", "Tries at jobs by how they ended.");
        jobs.forEach(
                (outcome, count) ->
                        text.value(jobsTotal, Map.of("outcome", label(outcome)), count.sum()));
        text.counter("studio_worker_steps_total", "Denoising steps.", steps.sum());
        text.gauge(
                "studio_worker_steps_per_second",
                "Steps in a second of denoising, since the start.",
                stepsPerSecond());
        text.counter("studio_worker_model_hits_total", "Models found loaded.", modelHits.sum());
        text.counter("studio_worker_model_misses_total", "Models to load.", modelMisses.sum());
        String phaseSeconds = "studio_worker_phase_seconds";
        text.begin(phaseSeconds, "summary", "Time in each phase of jobs.");
        phases.forEach((phase, timing) -> write(text, phaseSeconds, "phase", label(phase), timing));
        String kernelSeconds = "studio_worker_kernel_seconds";
        text.begin(kernelSeconds, "summary", "Time in each operation outside of networks.");
        kernels.forEach((name, timing) -> write(text, kernelSeconds, "kernel", name, timing));
    }

    private double stepsPerSecond() {
        double seconds = phases.get(Phase.DENOISE).seconds();
        return seconds == 0 ? 0 : steps.sum() / seconds;
    }

    private static void write(
            PrometheusText text, String name, String label, String value, Timing timing) {
        Map<String, String> labels = Map.of(label, value);
        text.value(name + "_sum", labels, timing.seconds());
        text.value(name + "_count", labels, timing.count());
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <K extends Enum<K>, V> Map<K, V> forEach(Class<K> type, Supplier<V> value) {
        Map<K, V> values = new EnumMap<>(type);
        for (K key : type.getEnumConstants()) {
            values.put(key, value.get());
        }
        return values;
    }
}
