package studio.pingvas.generation.jobs.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.generation.deadletters.JmsUnusableMessages;
import studio.pingvas.generation.jobs.control.JobEnding;
import studio.pingvas.platform.messaging.TestBroker;

/** Reports that can never be used: each is put aside, and its job does not wait for it. */
class GenerationResultConsumerTest {
    private static final UUID JOB = UUID.randomUUID();
    private static final String ATTEMPT = "\"attempt\":{\"dispatch\":1,\"delivery\":1}";

    private static TestBroker broker;
    private static JMSContext context;

    private final GenerationResultConsumer consumer = new GenerationResultConsumer();
    private final List<String> failures = new ArrayList<>();
    private final List<String> putAside = new ArrayList<>();

    @BeforeAll
    static void startBroker(@TempDir Path folder) throws Exception {
        broker = new TestBroker(folder);
        context = broker.connections().createContext();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        context.close();
        broker.stop();
    }

    @BeforeEach
    void wire() {
        consumer.ending =
                new JobEnding() {
                    @Override
                    public void fail(UUID jobId, String code, String message) {
                        failures.add(jobId + " " + code);
                    }

                    @Override
                    public void fail(GenerationFailed result) {
                        failures.add(result.jobId() + " " + result.message().length());
                    }
                };
        consumer.unusable =
                new JmsUnusableMessages() {
                    @Override
                    public void put(Message message, String origin, String type, String reason) {
                        putAside.add(reason);
                    }
                };
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("Not a GenerationFailed", failed("{")),
                Arguments.of("Version 99", failed(report(99, "oops", "Why."))),
                Arguments.of("characters", failed("x".repeat(10 << 20))),
                Arguments.of("cannot be stored", failed(report(1, "oops", "\\u0000"))),
                Arguments.of("code", failed(report(1, "x".repeat(65), "Why."))),
                Arguments.of(
                        "no attempt",
                        failed("{\"version\":1,\"job_id\":\"" + JOB + "\",\"worker\":\"w\"}")),
                Arguments.of("Unknown message type", message("Nonsense", "{}")),
                Arguments.of("Unknown message type", message(null, "{}")),
                Arguments.of("Not a text", bytes()));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void poisonIsPutAsideAndItsJobFails(String reason, Poison poison) throws JMSException {
        consumer.onMessage(poison.of(context, JOB.toString()));

        assertThat(putAside).singleElement().asString().contains(reason);
        assertThat(failures).containsExactly(JOB + " worker-fault");
    }

    @Test
    void poisonThatNamesNoJobIsPutAsideAlone() throws JMSException {
        consumer.onMessage(failed("{").of(context, "no id"));

        assertThat(putAside).hasSize(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void explanationThatIsTooLongIsShortened() throws JMSException {
        consumer.onMessage(
                failed(report(1, "oops", "x".repeat(3_000))).of(context, JOB.toString()));

        assertThat(failures).containsExactly(JOB + " 2000");
        assertThat(putAside).isEmpty();
    }

    /** Made in each test, since it needs a connection. */
    interface Poison {
        Message of(JMSContext context, String jobId) throws JMSException;
    }

    private static Poison failed(String text) {
        return message("GenerationFailed", text);
    }

    private static Poison message(String type, String text) {
        return (context, jobId) -> named(context.createTextMessage(text), type, jobId);
    }

    private static Poison bytes() {
        return (context, jobId) -> named(context.createBytesMessage(), "GenerationFailed", jobId);
    }

    private static Message named(Message message, String type, String jobId) throws JMSException {
        if (type != null) {
            message.setStringProperty(Destinations.TYPE, type);
        }
        message.setStringProperty(Destinations.JOB_ID, jobId);
        return message;
    }

    private static String report(int version, String code, String why) {
        return "{\"version\":%d,\"job_id\":\"%s\",%s,\"worker\":\"w\",\"code\":\"%s\",\"message\":\"%s\"}"
                .formatted(version, JOB, ATTEMPT, code, why);
    }
}
