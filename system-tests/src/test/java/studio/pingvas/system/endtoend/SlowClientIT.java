package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.ProgressPublisher;
import studio.pingvas.system.client.RawSocket;
import studio.pingvas.system.client.SocketRecording;
import studio.pingvas.system.client.Wanted;

/** A client that does not read, beside one that does. */
class SlowClientIT {
    /** Of 20 KB each: more than all buffers between server and client together. */
    private static final int FRAMES = 1_200;

    private static final int MOST_STEPS = 20_000;
    private static final String PREVIEW = "A".repeat(20_000);

    private final Person person = EndToEnd.newcomer();

    @Test
    void whoDoesNotReadMissesStepsButNotTheEnd() throws Exception {
        UUID longJob = UUID.randomUUID();
        try (RawSocket slow = RawSocket.open(EndToEnd.url(), person.token(), "");
                SocketRecording quick = person.socket("")) {
            publishUntilHeard(longJob, quick);
            List<JsonNode> seen = quick.framesOf(longJob.toString());
            String jobId = person.order(Wanted.aPicture());
            person.completed(jobId);
            quick.await("completed", jobId);

            int heard = readToTheEndOf(slow, jobId, longJob);

            assertThat(seen).extracting(SlowClientIT::stepOf).isSorted().doesNotHaveDuplicates();
            assertThat(heard).isLessThan(seen.size());
            System.out.printf(
                    "The quick client got %d steps, the slow one %d (%d KiB).%n",
                    seen.size(), heard, slow.bytes() / 1024);
        }
    }

    private void publishUntilHeard(UUID job, SocketRecording quick) throws Exception {
        UUID user = person.id();
        try (ProgressPublisher publisher = new ProgressPublisher(RunningPlatform.platform())) {
            for (int step = 1; quick.frames().size() < FRAMES; step++) {
                assertThat(step).isLessThan(MOST_STEPS);
                publisher.report(user, job, step, MOST_STEPS, PREVIEW);
                Thread.sleep(3);
            }
        }
    }

    /**
     * @return how many steps of the other job came before
     */
    private static int readToTheEndOf(RawSocket slow, String jobId, UUID other) {
        int steps = 0;
        while (true) {
            JsonNode frame = slow.next();
            boolean ofOther = frame.get("job_id").asText().equals(other.toString());
            steps += ofOther ? 1 : 0;
            if (!ofOther && frame.get("type").asText().equals("completed")) {
                assertThat(frame.get("job_id").asText()).isEqualTo(jobId);
                return steps;
            }
        }
    }

    private static int stepOf(JsonNode frame) {
        return frame.get("current_step").asInt();
    }
}
