package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.generation.GenerationDatabase;
import studio.pingvas.generation.jobs.Reports;
import studio.pingvas.generation.jobs.Samples;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/** Nodes that change jobs of the same users at the same time do not wait in a circle. */
class ReportsOfManyUsersTest {
    private static final Attempt FIRST = new Attempt(0, 1);
    private static final int USERS = 8;
    private static final int ROUNDS = 8;

    private final GenerationDatabase database = GenerationDatabase.empty();
    private final List<UUID> users = Stream.generate(UUID::randomUUID).limit(USERS).toList();
    private final ExecutorService nodes = Executors.newFixedThreadPool(2);
    private final CyclicBarrier together = new CyclicBarrier(2);

    @AfterEach
    void endNodes() {
        nodes.shutdownNow();
    }

    @Test
    void reportsInAnyOrderAreTaken() {
        for (int round = 0; round < ROUNDS; round++) {
            List<List<GenerationJob>> jobs = jobsForTwoNodes();
            List<CompletableFuture<Integer>> taken =
                    jobs.stream().map(own -> onANode(() -> complete(own))).toList();

            assertThat(taken).allSatisfy(own -> assertThat(own.join()).isEqualTo(USERS));
        }
    }

    private int complete(List<GenerationJob> jobs) {
        List<WorkerReport> reports = new ArrayList<>();
        for (GenerationJob job : jobs) {
            reports.addAll(Reports.started(job.id(), FIRST, "worker"));
            reports.addAll(Reports.finished(job.id(), FIRST, "worker", "cpu", job.imageIds()));
        }
        Map<UUID, GenerationJob> completed =
                ForTests.withTransitions(database, transitions -> transitions.takeAll(reports));
        Map<UUID, Long> used =
                completed.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), id -> 1L));
        ForTests.withTransitions(
                database,
                transitions -> {
                    transitions.completeAll(used);
                    return null;
                });
        return completed.size();
    }

    /** A job of each user for each of them; the second node hears of them the other way round. */
    private List<List<GenerationJob>> jobsForTwoNodes() {
        List<List<GenerationJob>> jobs = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            List<GenerationJob> own = new ArrayList<>(users.stream().map(this::add).toList());
            if (node == 1) {
                Collections.reverse(own);
            }
            jobs.add(own);
        }
        return jobs;
    }

    private GenerationJob add(UUID user) {
        return ForTests.add(database, Samples.aJob(user, Samples.aFreePlan()), 1_000);
    }

    private CompletableFuture<Integer> onANode(Supplier<Integer> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return work.get();
                },
                nodes);
    }
}
