package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** Workers that believe in another time: all times of jobs are those of the database. */
class WrongClockIT {
    @AfterEach
    void startAnOrdinaryWorker() {
        SlowWorkers.restoreOrdinary(1);
    }

    @ParameterizedTest(name = "{0} minutes")
    @ValueSource(ints = {-10, 10})
    void jobIsDoneOnceByAWorkerWhoseClockIsWrong(int minutes) {
        FakeClock.assumeInstalled();
        RunningPlatform.platform().stopWorker(1);
        SlowWorkers.start(1, FakeClock.wrongBy(minutes));
        Person person = EndToEnd.newcomer();

        JsonNode job = person.completed(person.order(Wanted.aPicture()));

        assertThat(job.get("attempt").asInt()).isEqualTo(1);
        assertThat(job.get("started_at").asText()).isGreaterThan(job.get("created_at").asText());
        assertThat(job.get("finished_at").asText()).isGreaterThan(job.get("started_at").asText());
        assertThat(person.images()).hasSize(1);
        Invariants.hold();
    }
}
