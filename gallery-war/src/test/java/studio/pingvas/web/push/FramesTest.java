package studio.pingvas.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.JobEventView;

class FramesTest {
    private final Frames frames = new Frames();

    @Test
    void eventThatOnlyTheHistoryTellsMakesNoFrame() {
        assertThat(frames.of(new JobEventView(7, "position-changed", Instant.EPOCH, null)))
                .isEmpty();
    }
}
