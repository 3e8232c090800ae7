package studio.pingvas.worker.life;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import studio.pingvas.contracts.generation.message.WorkerHeartbeat;
import studio.pingvas.worker.metrics.PrometheusText;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.model.WarmModels;
import studio.pingvas.worker.tensor.DeviceChoice;

/** All that a worker tells about itself: to the server, and to whoever reads its metrics. */
public final class Vitals {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String worker;
    private final DeviceChoice device;
    private final LongSupplier usedDeviceBytes;
    private final WarmModels models;
    private final WorkerMetrics metrics;
    private final CurrentJob job = new CurrentJob();
    private final Pause pause = new Pause();

    /**
     * @param worker name in messages and logs
     * @param usedDeviceBytes memory of the device that is in use now
     */
    public Vitals(
            String worker,
            DeviceChoice device,
            LongSupplier usedDeviceBytes,
            WarmModels models,
            WorkerMetrics metrics) {
        this.worker = worker;
        this.device = device;
        this.usedDeviceBytes = usedDeviceBytes;
        this.models = models;
        this.metrics = metrics;
    }

    public String worker() {
        return worker;
    }

    /** {@code cpu} or {@code cuda}. */
    public String device() {
        return device.device();
    }

    public CurrentJob job() {
        return job;
    }

    public Pause pause() {
        return pause;
    }

    public WorkerMetrics metrics() {
        return metrics;
    }

    public WorkerHeartbeat heartbeat() {
        Optional<CurrentJob.Work> work = job.now();
        Optional<CurrentJob.Work> counted = work.filter(known -> known.totalSteps() > 0);
        return new WorkerHeartbeat(
                WorkerHeartbeat.VERSION,
                worker,
                device.device(),
                work.map(CurrentJob.Work::jobId).orElse(null),
                device.description(),
                device.reason(),
                usedDeviceBytes.getAsLong(),
                device.memoryBytes(),
                models.warmth().models(),
                counted.map(CurrentJob.Work::step).orElse(null),
                counted.map(CurrentJob.Work::totalSteps).orElse(null),
                pause.isOn());
    }

    /** For Prometheus. */
    public String metricsPage() {
        PrometheusText text = new PrometheusText();
        String about = "studio_worker_info";
        text.begin(about, "gauge", "Which worker this is, on what, and why.");
        text.value(about, labels(), 1);
        metrics.writeTo(text);
        WarmModels.Warmth warmth = models.warmth();
        text.gauge("studio_worker_warm_models", "Loaded models.", warmth.models().size());
        text.gauge("studio_worker_warm_model_bytes", "Their weights.", warmth.bytes());
        text.gauge(
                "studio_worker_device_memory_bytes", "Of the device, all.", device.memoryBytes());
        text.gauge(
                "studio_worker_device_memory_used_bytes",
                "Of the device, in use.",
                usedDeviceBytes.getAsLong());
        text.gauge(
                "studio_worker_resident_memory_bytes",
                "Main memory of this process.",
                HostMemory.residentBytes());
        text.gauge(
                "studio_worker_current_job_seconds",
                "Since the current job was taken; 0 without one.",
                currentJobSeconds());
        return text.toString();
    }

    private Map<String, String> labels() {
        return Map.of("worker", worker, "device", device.device(), "reason", device.reason());
    }

    private double currentJobSeconds() {
        return job.now()
                .map(work -> (System.nanoTime() - work.startNanos()) / NANOS_PER_SECOND)
                .orElse(0.0);
    }
}
