package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** The broker dies, stands still, or has no room left on its disk. */
class BrokerLossIT {
    private static final int JOBS = 1_000;
    private static final int AT_ONCE = 8;
    private static final Duration NORMAL_AGAIN = Duration.ofSeconds(30);
    private static final Duration FREEZE = Duration.ofSeconds(90);

    private final Platform platform = RunningPlatform.platform();

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @Test
    void noneOfAThousandJobsIsLostWithTheBroker() {
        platform.stopWorker(1);
        SlowWorkers.start(1, Map.of("STUDIO_ENGINE", "null"));
        Person person = EndToEnd.newcomer();
        EndToEnd.giveTier(person, "enterprise");
        EndToEnd.giveCredits(person, 100_000);

        CompletableFuture<Void> outage =
                CompletableFuture.runAsync(
                        () -> {
                            awaitJobs(JOBS / 4, person);
                            platform.killBroker();
                            awaitJobs(JOBS / 2, person);
                            platform.startBroker();
                        });
        List<String> jobs = submitAtOnce(person);
        outage.join();

        Eventually.get(
                Duration.ofSeconds(180),
                "completed jobs",
                () -> completedJobs(person),
                completed -> completed == JOBS);
        assertThat(jobs).hasSize(JOBS).doesNotHaveDuplicates();
        Invariants.hold();
    }

    @Test
    void serviceIsNormalSoonAfterTheBrokerIsBack() {
        Person person = EndToEnd.newcomer();
        platform.killBroker();
        List<Answer> during;
        try {
            during = Stream.generate(() -> person.submit(Wanted.aPicture())).limit(3).toList();
        } finally {
            platform.startBroker();
        }
        long back = System.nanoTime();

        assertThat(during).extracting(Answer::status).containsOnly(202);
        during.forEach(answer -> person.completed(answer.json().get("job_id").asText()));
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(NORMAL_AGAIN);
        assertThat(person.images()).hasSize(3);
        Invariants.hold();
    }

    @Test
    void jobsOfAFrozenBrokerRunAgainAndCountOnce() throws InterruptedException {
        SlowWorkers.replaceOrdinary(1, 500);
        Person person = EndToEnd.newcomer();
        String running = person.order(Wanted.aPicture().steps(6));
        JobWatch.awaitStep(person, running, 1, 2);

        Frozen.during(
                "broker",
                () -> {
                    person.order(Wanted.aPicture());
                    Thread.sleep(FREEZE.toMillis());
                });

        JsonNode redone = person.completed(running);
        Invariants.hold();
        assertThat(redone.get("attempt").asInt()).isLessThanOrEqualTo(2);
        assertThat(person.images()).hasSize(2);
    }

    private static List<String> submitAtOnce(Person person) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<String>> answers =
                    IntStream.range(0, JOBS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> person.order(Wanted.aPicture().seed(i)),
                                                    threads))
                            .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitJobs(long count, Person person) {
        Eventually.get(
                Duration.ofSeconds(120),
                count + " jobs",
                () ->
                        Database.number(
                                "SELECT count(*) FROM generation.job WHERE user_id = ?",
                                person.id()),
                jobs -> jobs >= count);
    }

    private static long completedJobs(Person person) {
        return Database.number(
                "SELECT count(*) FROM generation.job WHERE user_id = ? AND status = 'COMPLETED'",
                person.id());
    }
}
