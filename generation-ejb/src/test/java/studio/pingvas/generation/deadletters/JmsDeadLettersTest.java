package studio.pingvas.generation.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.generation.DeadLetterView;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.platform.messaging.JmsText;
import studio.pingvas.platform.messaging.TestBroker;

class JmsDeadLettersTest {
    private static final UUID JOB = UUID.randomUUID();

    private static TestBroker broker;
    private static ConnectionFactory connections;

    private final JmsUnusableMessages unusable = new JmsUnusableMessages();
    private final JmsDeadLetters letters = new JmsDeadLetters();

    @BeforeAll
    static void startBroker(@TempDir Path folder) throws Exception {
        broker = new TestBroker(folder);
        connections = broker.connections();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.stop();
    }

    @BeforeEach
    void wire() {
        unusable.connections = connections;
        letters.connections = connections;
        letters.list(100).forEach(letter -> letters.delete(letter.id()));
    }

    @Test
    void whatWasPutAsideIsShown() {
        putAside("{\"version\":99}");

        DeadLetterView letter = theLetter();
        assertThat(letter.type()).isEqualTo("GenerationFailed");
        assertThat(letter.reason()).isEqualTo("Version 99 is not known here.");
        assertThat(letter.origin()).isEqualTo(Destinations.RESULTS);
        assertThat(letter.jobId()).isEqualTo(JOB);
        assertThat(letter.bytes()).isEqualTo(14);
        assertThat(letter.beginning()).isEqualTo("{\"version\":99}");
        assertThat(letter.sentAt()).isNotNull();
    }

    @Test
    void ofAHugeMessageOnlyTheSizeIsShown() {
        putAside("x".repeat(10 << 20));

        assertThat(theLetter().bytes()).isGreaterThan(5 << 20);
        assertThat(theLetter().beginning()).isEmpty();
    }

    @Test
    void onlySoManyAreShownAtOnce() {
        putAside("a");
        putAside("b");

        assertThat(letters.list(1)).extracting(DeadLetterView::beginning).containsExactly("a");
        assertThat(letters.list(0)).hasSize(1);
    }

    @Test
    void messageGoesBackToWhereItCameFromAndLiesHereNoMore() {
        putAside("{}");

        letters.resend(theLetter().id());

        Message again = receive(Destinations.RESULTS);
        assertThat(JmsText.of(again)).isEqualTo("{}");
        assertThat(JmsText.property(again, Destinations.TYPE)).isEqualTo("GenerationFailed");
        assertThat(JmsText.property(again, Destinations.JOB_ID)).isEqualTo(JOB.toString());
        assertThat(letters.list(10)).isEmpty();
    }

    @Test
    void messageWhoseResendingWasCutOffGoesBackOnce() {
        putAside("{}");
        UUID id = theLetter().id();
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setProperty(Destinations.DUPLICATE_ID, "again:" + id)
                    .send(context.createQueue(Destinations.RESULTS), "the first try");
        }

        letters.resend(id);

        assertThat(JmsText.of(receive(Destinations.RESULTS))).isEqualTo("the first try");
        assertThat(receive(Destinations.RESULTS)).isNull();
        assertThat(letters.list(10)).isEmpty();
    }

    @Test
    void requestThatTheBrokerGaveUpGoesBackToTheWorkers() {
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setProperty(Destinations.TYPE, "SomethingElse")
                    .send(context.createQueue(Destinations.REQUESTS), "{");
        }
        for (int delivery = 1; delivery <= 3; delivery++) {
            giveBack();
        }
        assertThat(theLetter().origin()).isEqualTo(Destinations.REQUESTS);
        assertThat(theLetter().reason()).isEqualTo("It was delivered too often.");

        letters.resend(theLetter().id());

        assertThat(JmsText.of(receive(Destinations.REQUESTS))).isEqualTo("{");
    }

    @Test
    void messageThatNobodyWaitsForStaysWhereItIs() {
        try (JMSContext context = connections.createContext()) {
            unusable.put(
                    context.createTextMessage("{}"), Destinations.PROGRESS, "Progress", "Late.");
        }
        UUID id = theLetter().id();

        assertThatThrownBy(() -> letters.resend(id)).isInstanceOf(InvalidRequestException.class);
        assertThat(letters.list(10)).hasSize(1);
    }

    @Test
    void messageThatWasThrownAwayIsNotFound() {
        putAside("{}");
        UUID id = theLetter().id();

        letters.delete(id);

        assertThat(letters.list(10)).isEmpty();
        assertThatThrownBy(() -> letters.delete(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> letters.resend(id)).isInstanceOf(NotFoundException.class);
    }

    private DeadLetterView theLetter() {
        assertThat(letters.list(10)).hasSize(1);
        return letters.list(10).get(0);
    }

    private void putAside(String text) {
        try (JMSContext context = connections.createContext()) {
            Message message = context.createTextMessage(text);
            message.setStringProperty(Destinations.JOB_ID, JOB.toString());
            unusable.put(
                    message,
                    Destinations.RESULTS,
                    "GenerationFailed",
                    "Version 99 is not known here.");
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void giveBack() {
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            assertThat(
                            context.createConsumer(context.createQueue(Destinations.REQUESTS))
                                    .receive(5_000))
                    .isNotNull();
            context.rollback();
        }
    }

    private static Message receive(String queue) {
        try (JMSContext context = connections.createContext()) {
            return context.createConsumer(context.createQueue(queue)).receive(500);
        }
    }
}
