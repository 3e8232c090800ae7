package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** Requests that no worker can read. */
class PoisonIT {
    private static final int TEN_MEGABYTES = 10_000_000;

    @BeforeEach
    void stopTheWorker() {
        RunningPlatform.platform().stopWorker(1);
    }

    @AfterEach
    void startTheWorker() {
        RunningPlatform.platform().startWorker(1);
    }

    static Stream<Arguments> poisons() {
        return Stream.of(
                poison("no JSON", text -> "{"),
                poison("unknown version", text -> text.replace("\"version\":1", "\"version\":99")),
                poison("10 MB", text -> "x".repeat(TEN_MEGABYTES) + text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poisons")
    void unreadableRequestFailsItsJobAndHoldsUpNoOther(String what, UnaryOperator<String> change) {
        Person unlucky = EndToEnd.newcomer();
        Person other = EndToEnd.newcomer();
        String poisoned = unlucky.order(Wanted.aPicture());
        BrokerAccess.changeRequest(poisoned, change);
        String next = other.order(Wanted.aPicture());

        RunningPlatform.platform().startWorker(1);

        JsonNode job = unlucky.ended(poisoned);
        assertThat(job.get("status").asText()).isEqualTo("failed");
        assertThat(job.at("/error/code").asText()).isEqualTo("attempts-exhausted");
        assertThat(unlucky.balance().get("available").asLong()).isEqualTo(1_000);
        assertThat(other.completed(next).get("attempt").asInt()).isEqualTo(1);
        Invariants.hold();
    }

    private static Arguments poison(String name, UnaryOperator<String> change) {
        return Arguments.of(name, change);
    }
}
