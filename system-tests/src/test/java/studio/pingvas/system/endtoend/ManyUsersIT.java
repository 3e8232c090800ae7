package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

class ManyUsersIT {
    private static final int PEOPLE = 4;
    private static final int JOBS_EACH = 5;

    @Test
    void twentyJobsOfFourNewcomersAtOnceEndWithTwentyPictures() {
        List<Person> people = Stream.generate(EndToEnd::newcomer).limit(PEOPLE).toList();

        List<CompletableFuture<List<JsonNode>>> orders =
                people.stream()
                        .map(person -> CompletableFuture.supplyAsync(() -> allOf(person)))
                        .toList();
        orders.forEach(CompletableFuture::join);

        for (Person person : people) {
            assertThat(person.images()).hasSize(JOBS_EACH);
            assertBooksAreRight(person);
        }
        Invariants.hold();
    }

    private static List<JsonNode> allOf(Person person) {
        List<String> jobIds =
                IntStream.range(0, JOBS_EACH)
                        .mapToObj(i -> person.order(Wanted.aPicture().seed(i)))
                        .toList();
        return jobIds.stream().map(person::completed).toList();
    }

    private static void assertBooksAreRight(Person person) {
        List<JsonNode> history = person.history();
        JsonNode balance = person.balance();
        long sum = history.stream().mapToLong(entry -> entry.get("amount").asLong()).sum();
        assertThat(balance.get("held").asLong()).isZero();
        assertThat(balance.get("balance").asLong()).isEqualTo(sum);
        assertThat(history.get(0).get("balance_after").asLong()).isEqualTo(sum);
        assertThat(history.stream().filter(entry -> entry.hasNonNull("job_id"))).hasSize(JOBS_EACH);
    }
}
