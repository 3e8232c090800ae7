package studio.pingvas.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.GenerationStarted;

class StartReportsTest {
    private static final long LONGER_THAN_HELD = 500;

    @TempDir Path folder;

    private final GenerationStarted started =
            new GenerationStarted(
                    GenerationStarted.VERSION,
                    UUID.randomUUID(),
                    new Attempt(1, 1),
                    "worker",
                    "cpu");

    private EmbeddedBroker broker;
    private ServerSide server;
    private BrokerConnection connection;
    private StartReports starts;

    @BeforeEach
    void connect() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        server = new ServerSide(broker.url());
        Path password = Files.writeString(folder.resolve("password"), EmbeddedBroker.PASSWORD);
        connection =
                BrokerConnection.open(
                        new BrokerSettings(broker.url(), "worker", password, Duration.ZERO));
        starts = new StartReports(connection.plainSession());
    }

    @AfterEach
    void disconnect() throws Exception {
        starts.close();
        connection.close();
        server.close();
        broker.stop();
    }

    @Test
    void jobThatLastsIsReportedOnce() throws Exception {
        starts.begin(started);

        assertThat(server.awaitResult(GenerationStarted.class)).isEqualTo(started);
        starts.tell();
        server.assertNoResultFor(LONGER_THAN_HELD);
    }

    @Test
    void jobThatIsFinishedBeforeIsNotReported() throws Exception {
        starts.begin(started);
        starts.forget();

        server.assertNoResultFor(LONGER_THAN_HELD);
    }

    @Test
    void jobThatEndsOtherwiseIsReportedOnce() throws Exception {
        starts.begin(started);
        starts.tell();

        assertThat(server.awaitResult(GenerationStarted.class)).isEqualTo(started);
        server.assertNoResultFor(LONGER_THAN_HELD);
    }
}
