package studio.pingvas.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerMetricsTest {
    private final WorkerMetrics metrics = new WorkerMetrics();

    @Test
    void workersThatDidNothingShowEveryOutcomeAndPhaseAsZero() {
        assertThat(text().lines())
                .contains(
                        "# TYPE studio_worker_jobs_total counter",
                        "studio_worker_jobs_total{outcome=\"given_back\"} 0",
                        "# TYPE studio_worker_phase_seconds summary",
                        "studio_worker_phase_seconds_sum{phase=\"denoise\"} 0",
                        "studio_worker_phase_seconds_count{phase=\"store\"} 0",
                        "studio_worker_steps_per_second 0");
    }

    @Test
    void whatIsCountedAndTimedIsWritten() {
        metrics.jobEnded(Outcome.FINISHED);
        metrics.jobEnded(Outcome.FINISHED);
        metrics.stepDone();
        metrics.stepDone();
        metrics.stepDone();
        metrics.took(Phase.DENOISE, 1_500_000_000);
        metrics.kernelTook("toBitmap", 2_000);
        metrics.kernelTook("toBitmap", 3_000);
        metrics.modelHit();
        metrics.modelMissed();

        assertThat(text().lines())
                .contains(
                        "studio_worker_jobs_total{outcome=\"finished\"} 2",
                        "studio_worker_steps_total 3",
                        "studio_worker_steps_per_second 2",
                        "studio_worker_phase_seconds_sum{phase=\"denoise\"} 1.5",
                        "studio_worker_phase_seconds_count{phase=\"denoise\"} 1",
                        "studio_worker_kernel_seconds_sum{kernel=\"toBitmap\"} 0.000005",
                        "studio_worker_kernel_seconds_count{kernel=\"toBitmap\"} 2",
                        "studio_worker_model_hits_total 1",
                        "studio_worker_model_misses_total 1");
    }

    @Test
    void workThatFailsIsMeasuredAndFailsAsBefore() {
        IOException failure = new IOException("full");

        assertThatThrownBy(
                        () ->
                                metrics.run(
                                        Phase.STORE,
                                        () -> {
                                            throw failure;
                                        }))
                .isSameAs(failure);
        assertThat(text()).contains("studio_worker_phase_seconds_count{phase=\"store\"} 1");
    }

    @Test
    void labelsCannotBreakOutOfTheirQuotes() {
        PrometheusText hostile =
                new PrometheusText().value("m", Map.of("name", "a\"} 1\nm{name=\"b\\"), 2);

        assertThat(hostile.toString()).isEqualTo("m{name=\"a\\\"} 1\\nm{name=\\\"b\\\\\"} 2\n");
    }

    private String text() {
        PrometheusText text = new PrometheusText();
        metrics.writeTo(text);
        return text.toString();
    }
}
