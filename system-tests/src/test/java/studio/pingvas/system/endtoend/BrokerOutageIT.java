package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

class BrokerOutageIT {
    @Test
    void jobsAreAcceptedWithoutTheBrokerAndRunWhenItIsBack() {
        Person person = EndToEnd.newcomer();
        List<String> before = ordersOf(person, 2);

        RunningPlatform.platform().stopBroker();
        List<Answer> during;
        try {
            during = Stream.generate(() -> person.submit(Wanted.aPicture())).limit(3).toList();
        } finally {
            RunningPlatform.platform().startBroker();
        }

        assertThat(during).extracting(Answer::status).containsOnly(202);
        Stream<String> all =
                Stream.concat(
                        before.stream(),
                        during.stream().map(answer -> answer.json().get("job_id").asText()));
        List<JsonNode> jobs = all.map(person::completed).toList();
        assertThat(jobs).hasSize(5).allSatisfy(job -> assertThat(job.get("images")).hasSize(1));
        assertThat(person.images()).hasSize(5);
        Invariants.hold();
    }

    private static List<String> ordersOf(Person person, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> person.order(Wanted.aPicture().seed(i)))
                .toList();
    }
}
