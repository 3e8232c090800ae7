package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.Database;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** The worker becomes ten times slower, and the line grows. */
class SlowConsumerIT {
    private static final int JOBS = 20;
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    @BeforeEach
    void replaceTheWorkerByASlowOne() {
        SlowWorkers.replaceOrdinary(0, 0);
        SlowWorkers.start(1, Map.of("STUDIO_ENGINE", "null", "STUDIO_STEP_DELAY_MS", "100"));
    }

    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @Test
    void starterIsToldThatTheLineIsFullAndEnterpriseWaitsNoLonger() {
        Person starter = EndToEnd.newcomer();
        Person enterprise = EndToEnd.newcomer();
        EndToEnd.giveTier(starter, "starter");
        EndToEnd.giveTier(enterprise, "enterprise");

        Answer refusal = submitUntilRefused(starter);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            waits.add(millisWaited(enterprise));
            submitUntilRefused(starter);
        }

        assertThat(refusal.problem()).isEqualTo("429 queue-full");
        assertThat(refusal.header("Retry-After")).isNotEmpty();
        waits.sort(null);
        assertThat(waits.get(JOBS * 95 / 100 - 1))
                .as("95th percentile of %s", waits)
                .isLessThanOrEqualTo(LONGEST_WAIT_MILLIS);
        starter.post("queue/clear", "").with(200);
        Invariants.hold();
    }

    private static Answer submitUntilRefused(Person person) {
        Answer answer = person.submit(Wanted.aPicture());
        while (answer.status() == 202) {
            answer = person.submit(Wanted.aPicture());
        }
        return answer;
    }

    private static long millisWaited(Person person) {
        String jobId = person.order(Wanted.aPicture());
        person.completed(jobId);
        return Database.number(
                "SELECT (extract(epoch FROM started_at - created_at) * 1000)::bigint"
                        + " FROM generation.job WHERE id = ?",
                UUID.fromString(jobId));
    }
}
