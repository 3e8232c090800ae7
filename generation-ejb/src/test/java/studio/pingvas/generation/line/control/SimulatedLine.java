package studio.pingvas.generation.line.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import studio.pingvas.contracts.payment.Tier;

/**
 * Line, window and workers in virtual time: a day takes a second. The window is one job for each
 * worker; in it the tier decides, as in the broker, and a job that was overtaken by as many others
 * closes it.
 */
final class SimulatedLine {
    static final Map<Tier, Double> WEIGHTS =
            Map.of(
                    Tier.FREE, 1.0,
                    Tier.STARTER, 2.0,
                    Tier.PRO, 4.0,
                    Tier.STUDIO, 8.0,
                    Tier.ENTERPRISE, 16.0);

    final List<SimulatedJob> dispatched = new ArrayList<>();
    final List<SimulatedJob> started = new ArrayList<>();
    int mostUnderWay;

    private final FairQueue queue = new FairQueue(WEIGHTS);
    private final Map<UUID, SimulatedUser> users = new HashMap<>();
    private final PriorityQueue<SimulatedJob> coming =
            new PriorityQueue<>(
                    Comparator.comparingDouble((SimulatedJob job) -> job.acceptedAt)
                            .thenComparingInt(job -> job.number));
    private final PriorityQueue<SimulatedJob> running =
            new PriorityQueue<>(Comparator.comparingDouble(SimulatedJob::endsAt));
    private final List<SimulatedJob> window = new ArrayList<>();
    private final int workers;
    private double now;
    private int submitted;

    SimulatedLine(int workers) {
        this.workers = workers;
    }

    UUID user(Tier tier, int maxRunning) {
        UUID id = UUID.randomUUID();
        users.put(id, new SimulatedUser(id, tier, maxRunning));
        return id;
    }

    SimulatedJob submit(UUID userId, Tier tier, double seconds, double at) {
        SimulatedJob job = new SimulatedJob(++submitted, userId, tier, seconds, at);
        coming.add(job);
        return job;
    }

    /** Until that many jobs were started, or none is left. */
    void runJobs(int jobs) {
        while (started.size() < jobs && step()) {
            serve();
        }
    }

    void runUntil(double time) {
        while (now < time && step()) {
            serve();
        }
    }

    boolean isIdle() {
        return running.size() < workers && window.isEmpty();
    }

    boolean somebodyIsReady() {
        return queue.first().isPresent();
    }

    /** To the next moment at which something changes. */
    private boolean step() {
        double arrival = coming.isEmpty() ? Double.POSITIVE_INFINITY : coming.peek().acceptedAt;
        double end = running.isEmpty() ? Double.POSITIVE_INFINITY : running.peek().endsAt();
        if (Math.min(arrival, end) == Double.POSITIVE_INFINITY) {
            return false;
        }
        now = Math.min(arrival, end);
        while (!coming.isEmpty() && coming.peek().acceptedAt <= now) {
            SimulatedJob job = coming.remove();
            SimulatedUser user = users.get(job.userId);
            user.waiting.add(job);
            user.contend(queue, now);
        }
        while (!running.isEmpty() && running.peek().endsAt() <= now) {
            SimulatedUser user = users.get(running.remove().userId);
            user.underWay--;
            user.contend(queue, now);
        }
        return true;
    }

    private void serve() {
        do {
            dispatch();
        } while (start());
    }

    private void dispatch() {
        while (window.size() < workers
                && window.stream().noneMatch(job -> job.overtakers >= workers)
                && queue.first().isPresent()) {
            SimulatedUser user = users.get(queue.first().get().userId());
            SimulatedJob job = user.serve(queue, now);
            mostUnderWay = Math.max(mostUnderWay, user.underWay - user.maxRunning);
            window.add(job);
            dispatched.add(job);
        }
    }

    private boolean start() {
        if (running.size() == workers || window.isEmpty()) {
            return false;
        }
        SimulatedJob next =
                window.stream().max(Comparator.comparing(job -> job.tier)).orElseThrow();
        // Of equal ones the first that was sent.
        next = window.stream().filter(sameTierAs(next)).findFirst().orElseThrow();
        for (SimulatedJob waiting : window.subList(0, window.indexOf(next))) {
            waiting.overtakers++;
        }
        window.remove(next);
        next.startedAt = now;
        started.add(next);
        running.add(next);
        return true;
    }

    private static Predicate<SimulatedJob> sameTierAs(SimulatedJob one) {
        return job -> job.tier == one.tier;
    }
}
