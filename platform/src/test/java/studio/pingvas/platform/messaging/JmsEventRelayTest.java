package studio.pingvas.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.platform.database.TestDatabase;

class JmsEventRelayTest {
    private static final TestDatabase DATABASE = TestDatabase.of("models");
    private static final String TOPIC = "user.events";
    private static final String READER = "user.events::user.events.payment";
    private static final String OTHER_READER = "user.events::user.events.gallery";

    @TempDir static Path data;
    private static TestBroker broker;

    private final JmsEventRelay relay = new JmsEventRelay(DATABASE.role(), broker.connections());

    private record Happened(int version, String what) {}

    @BeforeAll
    static void open() throws Exception {
        broker = new TestBroker(data);
        DATABASE.execute("DROP TABLE IF EXISTS models.outgoing_event");
        DATABASE.execute(definition());
    }

    @AfterAll
    static void close() throws Exception {
        broker.stop();
    }

    @BeforeEach
    void empty() {
        DATABASE.execute("TRUNCATE models.outgoing_event");
        read(READER);
        read(OTHER_READER);
    }

    @Test
    void everyModuleWithAnOutboxHasTheSameTable() throws IOException {
        try (Stream<Path> files = Files.find(Path.of(".."), 7, (file, is) -> isMigration(file))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            assertThat(texts).hasSize(3).containsOnly(definition());
        }
    }

    @Test
    void everyReaderGetsTheEventsInTheirOrder() throws Exception {
        List<OutgoingEvent> events =
                IntStream.range(0, 120).mapToObj(i -> add("event " + i)).toList();

        relay.relay();

        assertThat(rows()).isZero();
        for (String reader : List.of(READER, OTHER_READER)) {
            List<Message> read = read(reader);
            assertThat(read)
                    .extracting(JmsText::eventId)
                    .containsExactlyElementsOf(events.stream().map(OutgoingEvent::id).toList());
            assertThat(JmsText.isA(Happened.class, read.get(0))).isTrue();
            assertThat(JmsText.read(read.get(7), Happened.class))
                    .isEqualTo(new Happened(1, "event 7"));
            assertThat(read.get(0).getJMSDeliveryMode())
                    .isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
        }
    }

    @Test
    void eventsWaitWhileTheBrokerIsDownAndOutliveIt() throws Exception {
        OutgoingEvent first = add("first");
        broker.stop();
        try {
            relay.relay();
            assertThat(rows()).isOne();
        } finally {
            broker.start();
        }
        relay.relay();
        broker.stop();
        broker.start();

        assertThat(read(READER)).extracting(JmsText::eventId).containsExactly(first.id());
    }

    @Test
    void eventThatWasSentBeforeACrashIsReadOnce() throws Exception {
        OutgoingEvent event = add("told twice");
        relay.relay();
        insert(event);
        relay.relay();

        assertThat(rows()).isZero();
        assertThat(read(READER)).hasSize(1);
    }

    @Test
    void whatAnotherNodeSendsNowIsLeftToItUntilItsClaimRunsOut() throws Exception {
        add("of a node that died");
        new WaitingEvents(DATABASE.role()).claim(10);

        relay.relay();
        assertThat(read(READER)).isEmpty();

        DATABASE.execute(
                "UPDATE models.outgoing_event SET claimed_until = now() - interval '1 second'");
        relay.relay();
        assertThat(read(READER)).hasSize(1);
    }

    @Test
    void claimTakesNoMoreThanItAskedForAndNothingTwice() throws Exception {
        IntStream.range(0, 5).forEach(i -> add("event " + i));
        WaitingEvents waiting = new WaitingEvents(DATABASE.role());

        assertThat(waiting.claim(3)).hasSize(3);
        assertThat(waiting.claim(3)).hasSize(2);
        assertThat(waiting.claim(3)).isEmpty();
    }

    @Test
    void overlongBodyIsRefusedWithItsChange() {
        assertThatThrownBy(() -> add("x".repeat(10_000)))
                .hasStackTraceContaining("outgoing_event_body_check");
    }

    private static OutgoingEvent add(String what) {
        OutgoingEvent event = OutgoingEvent.of(TOPIC, new Happened(1, what));
        try {
            insert(event);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return event;
    }

    private static void insert(OutgoingEvent event) throws SQLException {
        try (Connection connection = DATABASE.role().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO outgoing_event (id, address, type, body)"
                                        + " VALUES (?, ?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.address());
            insert.setString(3, event.type());
            insert.setString(4, event.body());
            insert.executeUpdate();
        }
    }

    private static long rows() throws SQLException {
        try (Connection connection = DATABASE.role().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outgoing_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Message> read(String queue) {
        ConnectionFactory connections = broker.connections();
        List<Message> messages = new ArrayList<>();
        try (JMSContext session = connections.createContext();
                JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            Message message = consumer.receive(300);
            while (message != null) {
                messages.add(message);
                message = consumer.receive(300);
            }
        }
        return messages;
    }

    private static String definition() throws IOException {
        try (InputStream sql =
                JmsEventRelayTest.class.getResourceAsStream(
                        "/database/create_outgoing_event.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isMigration(Path file) {
        String path = file.toString();
        return path.contains("src/main/resources/db")
                && path.endsWith("__create_outgoing_event.sql");
    }
}
