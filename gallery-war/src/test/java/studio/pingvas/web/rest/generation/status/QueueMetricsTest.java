package studio.pingvas.web.rest.generation.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobCounts;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.QueueMeasures;
import studio.pingvas.contracts.generation.TierStatus;
import studio.pingvas.contracts.payment.Tier;

class QueueMetricsTest {
    private static final TierStatus FREE =
            new TierStatus(Tier.FREE, new JobCounts(7, 2), 1.5, 9.25, true);
    private static final TierStatus PRO =
            new TierStatus(Tier.PRO, new JobCounts(0, 0), null, null, false);

    @Test
    void everyMeasureHasItsNameAndItsLabels() {
        assertThat(lines(measures(0.91, 3L)))
                .contains(
                        "# TYPE generation_jobs_waiting gauge",
                        "generation_jobs_waiting{tier=\"free\"} 7",
                        "generation_jobs_waiting{tier=\"pro\"} 0",
                        "generation_jobs_running{tier=\"free\"} 2",
                        "generation_tier_paused{tier=\"free\"} 1",
                        "generation_tier_paused{tier=\"pro\"} 0",
                        "generation_wait_seconds{quantile=\"0.9\",tier=\"free\"} 9.25",
                        "generation_workers{device=\"cuda\"} 2",
                        "generation_eta_p90_hit_ratio 0.91",
                        "generation_dead_letters 3",
                        "# TYPE generation_jobs_ended_total counter",
                        "generation_jobs_accepted_total 12",
                        "generation_jobs_ended_total{outcome=\"failed\"} 1");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(lines(measures(null, null)))
                .noneMatch(line -> line.startsWith("generation_eta"))
                .noneMatch(line -> line.startsWith("generation_dead"))
                .noneMatch(
                        line ->
                                line.contains(
                                        "generation_wait_seconds{quantile=\"0.5\",tier=\"pro"));
    }

    @Test
    void everyLineIsACommentOrASample() {
        assertThat(lines(measures(0.91, 3L)))
                .allMatch(
                        line ->
                                line.matches("# (HELP|TYPE) [a-z_0-9]+ .+")
                                        || line.matches(
                                                "[a-z_0-9]+(\\{([a-z_]+=\"[^\"]*\",?)+\\})?"
                                                        + " -?[0-9.E]+"));
        assertThat(textOf(measures(0.91, 3L))).endsWith("\n");
    }

    @Test
    void valueOfALabelCannotBreakOut() {
        PrometheusText text = new PrometheusText();
        text.gauge("a", "b").add(1, Map.of("device", "x\"} 9\nb{c=\"\\")).end();

        assertThat(text.toString()).contains("a{device=\"x\\\"} 9\\nb{c=\\\"\\\\\"} 1\n");
    }

    private static QueueMeasures measures(Double share, Long deadLetters) {
        return new QueueMeasures(
                List.of(FREE, PRO),
                Map.of("cuda", 2L),
                share,
                deadLetters,
                12,
                Map.of(JobView.Status.FAILED, 1L));
    }

    @Test
    void nodeTellsOfItsMemoryAndItsTime() {
        PrometheusText text = new PrometheusText();
        NodeMetrics.write(text);

        assertThat(text.toString())
                .containsPattern("jvm_memory_used_bytes\\{area=\"heap\"\\} [0-9]{6}")
                .containsPattern("jvm_memory_max_bytes\\{area=\"heap\"\\} [0-9]{6}")
                .containsPattern("jvm_threads_current [0-9]+\n")
                .containsPattern("jvm_gc_collection_seconds_total\\{gc=")
                .containsPattern("process_start_time_seconds [0-9]\\.");
    }

    private static String textOf(QueueMeasures measures) {
        PrometheusText text = new PrometheusText();
        QueueMetrics.write(measures, text);
        return text.toString();
    }

    private static List<String> lines(QueueMeasures measures) {
        return Arrays.asList(textOf(measures).split("\n"));
    }
}
