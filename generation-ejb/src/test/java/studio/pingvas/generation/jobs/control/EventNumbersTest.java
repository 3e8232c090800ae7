package studio.pingvas.generation.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.pingvas.generation.jobs.Samples.aFreePlan;
import static studio.pingvas.generation.jobs.Samples.aJob;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.generation.GenerationDatabase;

class EventNumbersTest {
    private final GenerationDatabase database = GenerationDatabase.empty();

    @Test
    void numbersOfManyUsersComeTogetherWithoutThoseWhoHadNoJob() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        accept(one);
        accept(two);
        accept(two);
        accept(UUID.randomUUID());

        assertThat(newestOf(Set.of(one, two, UUID.randomUUID())))
                .isEqualTo(Map.of(one, lastSeq(one), two, lastSeq(two)));
        assertThat(lastSeq(two)).isEqualTo(2);
        assertThat(newestOf(Set.of())).isEmpty();
    }

    private void accept(UUID user) {
        ForTests.add(database, aJob(user, aFreePlan()), 5);
    }

    private long lastSeq(UUID user) {
        return ForTests.<Long>withStore(database, store -> store.lastSeq(user));
    }

    private Map<UUID, Long> newestOf(Set<UUID> users) {
        return database.inTransaction(
                entities -> {
                    EventNumbers numbers = new EventNumbers();
                    numbers.entities = entities;
                    return numbers.newestOf(users);
                });
    }
}
