package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

class IdempotencyIT {
    private final Person person = EndToEnd.newcomer();
    private final String key = UUID.randomUUID().toString();

    @Test
    void sameKeyNamesTheSameJob() {
        Answer first = person.submit(Wanted.aPicture(), key);
        Answer quoted = person.submit(Wanted.aPicture(), '"' + key + '"');
        person.completed(jobId(first));
        Answer afterTheEnd = person.submit(Wanted.aPicture(), key);

        assertThat(jobId(quoted)).isEqualTo(jobId(first));
        assertThat(jobId(afterTheEnd)).isEqualTo(jobId(first));
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void sameKeyForAnotherPictureIsRefused() {
        person.submit(Wanted.aPicture(), key).with(202);

        Answer other = person.submit(Wanted.aPicture().of("something else"), key);

        assertThat(other.problem()).isEqualTo("422 idempotency-key-reused");
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void sameKeyOfAnotherPersonNamesAnotherJob() {
        Person other = EndToEnd.newcomer();

        Answer own = person.submit(Wanted.aPicture(), key);
        Answer others = other.submit(Wanted.aPicture(), key);

        assertThat(jobId(others)).isNotEqualTo(jobId(own));
    }

    @Test
    void twoAtOnceMakeOneJobAndOneHold() {
        Wanted wanted = Wanted.aPicture().seed(5);
        List<CompletableFuture<Answer>> posts =
                IntStream.range(0, 2)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> person.submit(wanted, key)))
                        .toList();

        List<Answer> answers = posts.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(jobId(answers.get(1))).isEqualTo(jobId(answers.get(0)));
        assertThat(jobs()).hasSize(1);
        assertThat(
                        Database.number(
                                "SELECT count(*) FROM payments.hold WHERE user_id = ?",
                                person.id()))
                .isEqualTo(1);
        person.completed(jobId(answers.get(0)));
    }

    private JsonNode jobs() {
        return person.get("queue/items").with(200).json().get("items");
    }

    private static String jobId(Answer answer) {
        return answer.with(202).json().get("job_id").asText();
    }
}
