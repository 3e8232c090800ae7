package studio.pingvas.web.rest.generation.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import studio.pingvas.contracts.generation.QueueMeasures;
import studio.pingvas.contracts.generation.TierStatus;

/** Under which names the queue is measured. */
final class QueueMetrics {
    private QueueMetrics() {}

    static void write(QueueMeasures measures, PrometheusText text) {
        byTier(
                text.gauge(
                        "generation_jobs_waiting",
                        "Jobs that have not started. Of the whole cluster, on every node."),
                measures.tiers(),
                tier -> tier.jobs().waiting());
        byTier(
                text.gauge(
                        "generation_jobs_running",
                        "Jobs at workers. Of the whole cluster, on every node."),
                measures.tiers(),
                tier -> tier.jobs().running());
        byTier(
                text.gauge("generation_tier_paused", "1 where jobs are not sent to workers."),
                measures.tiers(),
                tier -> tier.paused() ? 1 : 0);
        waits(text, measures.tiers());
        PrometheusText.Family workers =
                text.gauge("generation_workers", "Workers that were heard lately.");
        measures.workersByDevice()
                .forEach((device, count) -> workers.add(count, Map.of("device", device)));
        workers.end();
        text.gauge(
                        "generation_eta_p90_hit_ratio",
                        "Of the last 1000 completed jobs, those that ended before the time told as"
                                + " p90.")
                .add(measures.etaP90HitShare(), Map.of())
                .end();
        text.gauge("generation_dead_letters", "Messages that nobody could use, at most 1000.")
                .add(measures.deadLetters(), Map.of())
                .end();
        text.counter("generation_jobs_accepted_total", "Jobs accepted by this node.")
                .add(measures.accepted(), Map.of())
                .end();
        PrometheusText.Family ended =
                text.counter(
                        "generation_jobs_ended_total", "Jobs whose end this node has recorded.");
        measures.endedByOutcome()
                .forEach(
                        (outcome, count) ->
                                ended.add(
                                        count,
                                        Map.of(
                                                "outcome",
                                                outcome.name().toLowerCase(Locale.ROOT))));
        ended.end();
    }

    private static void byTier(
            PrometheusText.Family family,
            List<TierStatus> tiers,
            Function<TierStatus, Number> measure) {
        tiers.forEach(tier -> family.add(measure.apply(tier), labelOf(tier)));
        family.end();
    }

    private static void waits(PrometheusText text, List<TierStatus> tiers) {
        PrometheusText.Family waits =
                text.gauge(
                        "generation_wait_seconds",
                        "How long the jobs completed last waited for a worker.");
        for (TierStatus tier : tiers) {
            String name = tier.tier().key();
            waits.add(tier.waitSecondsP50(), Map.of("tier", name, "quantile", "0.5"));
            waits.add(tier.waitSecondsP90(), Map.of("tier", name, "quantile", "0.9"));
        }
        waits.end();
    }

    private static Map<String, String> labelOf(TierStatus tier) {
        return Map.of("tier", tier.tier().key());
    }
}
