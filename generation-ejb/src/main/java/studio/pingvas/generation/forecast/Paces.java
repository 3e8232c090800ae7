package studio.pingvas.generation.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How many seconds a predicted second takes here: workers are slower or faster than the reference
 * GPU, each model in its own way, and short jobs pay relatively more for what comes with every job.
 */
final class Paces {
    /** Old enough to be steady, new enough to follow a change of the workers. */
    static final int KEPT = 64;

    private static final int ENOUGH = 5;
    private static final int MOST_KINDS = 1_000;
    private static final Distribution UNKNOWN = Distribution.of(1);

    /**
     * Null stands for any.
     *
     * @param magnitude of the predicted seconds, a power of two
     */
    private record Kind(String model, String device, Integer magnitude) {}

    private static final Kind ANY = new Kind(null, null, null);

    private final RecentValues predicted = new RecentValues(KEPT);
    private final RecentValues taken = new RecentValues(KEPT);
    private final Map<Kind, RecentValues> seen =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Kind, RecentValues> eldest) {
                    return size() > MOST_KINDS;
                }
            };

    void add(EndedJob job) {
        if (!(job.pace() > 0) || Double.isInfinite(job.pace())) {
            return;
        }
        for (Kind kind : kindsOf(job.model(), job.device(), job.predictedSeconds())) {
            seen.computeIfAbsent(kind, unseen -> new RecentValues(KEPT)).add(job.pace());
        }
        predicted.add(job.predictedSeconds());
        taken.add(job.runSeconds());
    }

    /** Of the next job of that model, whichever worker takes it. */
    Distribution of(String model, double predictedSeconds, Fleet fleet) {
        if (fleet.workers().isEmpty()) {
            return first(List.of(new Kind(model, null, null), ANY));
        }
        List<Part> parts =
                fleet.workers().entrySet().stream()
                        .map(
                                device ->
                                        new Part(
                                                first(
                                                        kindsOf(
                                                                model,
                                                                device.getKey(),
                                                                predictedSeconds)),
                                                device.getValue()))
                        .toList();
        return parts.size() == 1 ? parts.get(0).paces() : mixed(parts);
    }

    /** Of much work of many jobs: a second of a long job weighs as much as one of a short job. */
    double ofMuchWork() {
        return taken.size() == 0
                ? UNKNOWN.mean()
                : taken.distribution().mean() / predicted.distribution().mean();
    }

    private Distribution first(List<Kind> kinds) {
        return first(kinds, ENOUGH)
                .or(() -> first(kinds, 1))
                .map(RecentValues::distribution)
                .orElse(UNKNOWN);
    }

    private Optional<RecentValues> first(List<Kind> kinds, int enough) {
        return kinds.stream()
                .map(seen::get)
                .filter(paces -> paces != null && paces.size() >= enough)
                .findFirst();
    }

    /** The quicker a device and the more there are of it, the more of the jobs it takes. */
    private static Distribution mixed(List<Part> parts) {
        double all = parts.stream().mapToDouble(Part::throughput).sum();
        return Distribution.of(
                parts.stream()
                        .flatMapToDouble(part -> part.points(part.throughput() / all))
                        .toArray());
    }

    private record Part(Distribution paces, long workers) {
        double throughput() {
            return workers / paces.mean();
        }

        DoubleStream points(double share) {
            long count = Math.max(1, Math.round(KEPT * share));
            return LongStream.rangeClosed(1, count)
                    .mapToDouble(rank -> paces.quantile(rank / (count + 1.0)));
        }
    }

    /** From the most telling to the least. */
    private static List<Kind> kindsOf(String model, String device, double predictedSeconds) {
        int magnitude = Math.getExponent(predictedSeconds);
        return List.of(
                new Kind(model, device, magnitude),
                new Kind(model, device, null),
                new Kind(null, device, null),
                new Kind(model, null, null),
                ANY);
    }
}
