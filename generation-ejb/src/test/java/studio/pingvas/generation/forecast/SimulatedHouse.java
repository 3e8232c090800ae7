package studio.pingvas.generation.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import studio.pingvas.contracts.payment.Tier;

/**
 * Workers, a line and people in virtual time. Jobs come at random; how long they take is random
 * around what is predicted, and differs by model. Each is told its time as the server would tell
 * it.
 */
final class SimulatedHouse {
    private static final List<String> MODELS = List.of("tiny", "sdxl", "flux");

    private final Experience experience = new Experience();
    private final Fleet fleet;
    private final Random random;
    private final Deque<Job> line = new ArrayDeque<>();
    private final Queue<Job> running = new PriorityQueue<>(Comparator.comparing(Job::endsAt));
    private final List<Boolean> verdicts = new ArrayList<>();
    private double now;

    /** Seconds that a predicted second takes here. */
    double pace = 3;

    /** Share of the workers' time that is asked for. */
    double load = 0.8;

    private static final class Job {
        Tier tier;
        String model;
        double predicted;
        double takes;
        double cameAt;
        double startedAt;
        Eta told;

        double endsAt() {
            return startedAt + takes;
        }
    }

    SimulatedHouse(int workers, long seed) {
        fleet = Fleet.of(Collections.nCopies(workers, "cpu"));
        random = new Random(seed);
    }

    /** Lets so many jobs come and end; gives whether each ended before its p90. */
    List<Boolean> serve(int jobs) {
        verdicts.clear();
        for (int i = 0; i < jobs; i++) {
            Job job = next();
            endJobsUntil(job.cameAt);
            job.told = experience.waiting(job.tier, job.model, job.predicted, ahead(), fleet);
            line.add(job);
            startWhatCan();
        }
        endJobsUntil(Double.MAX_VALUE);
        return List.copyOf(verdicts);
    }

    private Job next() {
        Job job = new Job();
        job.tier = Tier.values()[random.nextInt(Tier.values().length)];
        int model = random.nextInt(MODELS.size());
        job.model = MODELS.get(model);
        job.predicted = 0.5 + 4 * random.nextDouble();
        double spread = Math.exp(0.3 * random.nextGaussian());
        job.takes = job.predicted * pace * (1 + model * 0.5) * spread;
        double meanWork = 2.5 * pace * 1.5 * Math.exp(0.045);
        double meanGap = meanWork / (load * fleet.size());
        job.cameAt = now - meanGap * Math.log(1 - random.nextDouble());
        now = job.cameAt;
        return job;
    }

    private Ahead ahead() {
        return new Ahead(
                line.size(),
                line.size(),
                line.stream().mapToDouble(job -> job.predicted).sum(),
                running.size(),
                running.stream().mapToDouble(job -> job.predicted).sum());
    }

    private void endJobsUntil(double time) {
        while (!running.isEmpty() && running.peek().endsAt() <= time) {
            Job job = running.remove();
            end(job);
            startNext(job.endsAt());
        }
    }

    private void startWhatCan() {
        while (running.size() < fleet.size() && !line.isEmpty()) {
            startNext(now);
        }
    }

    private void startNext(double time) {
        Job job = line.poll();
        if (job != null) {
            job.startedAt = Math.max(time, job.cameAt);
            running.add(job);
        }
    }

    private void end(Job job) {
        double total = job.endsAt() - job.cameAt;
        verdicts.add(total <= job.told.p90());
        experience.note(
                new EndedJob(
                        EndedJobs.Mark.BEGINNING,
                        job.tier,
                        job.model,
                        "cpu",
                        job.predicted,
                        job.startedAt - job.cameAt,
                        job.takes,
                        total,
                        job.told));
    }
}
