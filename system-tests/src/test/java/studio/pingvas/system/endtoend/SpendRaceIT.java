package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

/** Many spend at once what is there for few. */
class SpendRaceIT {
    private static final int SUBMISSIONS = 200;
    private static final int AT_ONCE = 32;
    private static final int AFFORDABLE = 50;

    /** The floor of a submission: what costs less cannot be bought with the last credits. */
    private static final long FLOOR = 100;

    private static final Wanted DEAR = Wanted.aPicture().steps(200).with("count", 8);

    /** Without workers what is spent stays held. */
    @BeforeEach
    void stopTheWorker() {
        RunningPlatform.platform().stopWorker(1);
    }

    @AfterEach
    void startTheWorker() {
        RunningPlatform.platform().startWorker(1);
    }

    @Test
    void exactlyAsManyJobsAreAcceptedAsAreAffordable() {
        Person person = EndToEnd.newcomer();
        EndToEnd.giveTier(person, "enterprise");
        long price = price(person);
        assertThat(price).isGreaterThanOrEqualTo(FLOOR);
        EndToEnd.giveCredits(person, AFFORDABLE * price);
        leave(person, AFFORDABLE * price);

        Map<String, Long> answers = submitAtOnce(person);

        assertThat(answers)
                .containsOnly(
                        Map.entry("202", (long) AFFORDABLE),
                        Map.entry("402 insufficient-credits", (long) SUBMISSIONS - AFFORDABLE));
        JsonNode balance = person.balance();
        assertThat(balance.get("available").asLong()).isZero();
        assertThat(balance.get("held").asLong()).isEqualTo(AFFORDABLE * price);
        assertThat(Invariants.ledgerProblems()).isEmpty();
        cancelAll(person);
        assertThat(person.balance().get("available").asLong()).isEqualTo(AFFORDABLE * price);
    }

    private static Map<String, Long> submitAtOnce(Person person) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<String>> answers =
                    IntStream.range(0, SUBMISSIONS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> submit(person), threads))
                            .toList();
            return answers.stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } finally {
            threads.shutdown();
        }
    }

    private static String submit(Person person) {
        var answer = person.submit(DEAR);
        return answer.status() == 202 ? "202" : answer.problem();
    }

    private static long price(Person person) {
        return person.post("generate/estimate", DEAR.with("kind", "text-to-image").json())
                .with(200)
                .json()
                .get("estimated_credits")
                .asLong();
    }

    private static void leave(Person person, long credits) {
        long surplus = person.balance().get("available").asLong() - credits;
        String body =
                Person.object("bucket", "plan")
                        .put("amount", -surplus)
                        .put("reason", "So that little is left")
                        .toString();
        EndToEnd.admin()
                .post(
                        "admin/credits/" + person.id() + "/adjustments",
                        body,
                        UUID.randomUUID().toString())
                .with(200);
        assertThat(person.balance().get("available").asLong()).isEqualTo(credits);
    }

    private static void cancelAll(Person person) {
        JsonNode page;
        do {
            page = person.get("queue/items?status=queued&limit=100").with(200).json().get("items");
            page.forEach(job -> person.delete("queue/items/" + job.get("job_id").asText()));
        } while (!page.isEmpty());
    }
}
