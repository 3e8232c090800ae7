package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.StudioClient;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/**
 * Clients whose connections break again and again while their jobs go on: {@code
 * -Dstudio.reconnects=10000} for as many as wanted.
 */
class ReconnectIT {
    private static final int CLIENTS = 25;
    private static final int CUTS = Integer.getInteger("studio.reconnects", 1_000) / CLIENTS;
    private static final int PATIENCE_MINUTES = 4;
    private static final String ENDS =
            "SELECT seq || ' ' || job_id FROM generation.job_event"
                    + " WHERE user_id = ?::uuid AND type = 'completed' ORDER BY seq";

    @BeforeEach
    void startAQuickWorker() {
        RunningPlatform.platform().stopWorker(1);
        SlowWorkers.start(1, Map.of("STUDIO_ENGINE", "null", "STUDIO_STEP_DELAY_MS", "5"));
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @Test
    void brokenConnectionsLoseAndRepeatNoEnd() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            StudioClient api = EndToEnd.client();
            List<CutClient> clients = new ArrayList<>();
            for (JsonNode account : openAccounts()) {
                clients.add(
                        new CutClient(
                                api,
                                account.get("user_id").asText(),
                                account.get("api_key").asText(),
                                clients.size()));
            }
            long begin = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(() -> client.follow(CUTS))));
            for (Future<?> one : running) {
                one.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;

            for (CutClient client : clients) {
                assertThat(client.ends())
                        .hasSize(client.orders())
                        .isEqualTo(Database.column("postgres", ENDS, client.userId()));
            }
            assertThat(endsBeforeCuts(clients)).isPositive();
            System.out.printf(
                    "%d reconnects in %.1f s; %d of %d ends came over connections that broke%n",
                    CUTS * CLIENTS,
                    seconds,
                    endsBeforeCuts(clients),
                    clients.stream().mapToInt(CutClient::orders).sum());
            Invariants.hold();
        } finally {
            threads.shutdownNow();
        }
    }

    private static JsonNode openAccounts() {
        String wish =
                "{\"count\":%d,\"tier\":\"enterprise\",\"credits\":1000000}".formatted(CLIENTS);
        return EndToEnd.admin().post("admin/load-accounts", wish).with(201).json().get("items");
    }

    private static int endsBeforeCuts(List<CutClient> clients) {
        return clients.stream().mapToInt(CutClient::endsBeforeCuts).sum();
    }
}
