package studio.pingvas.worker.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchedulerKindTest {
    @ParameterizedTest
    @EnumSource
    void everySchedulerIsFoundByItsNameAndStarts(SchedulerKind kind) {
        assertThat(SchedulerKind.of(kind.id())).contains(kind);
        assertThat(kind.start(new SchedulerSettings(12, Prediction.FLOW, 1000, null, 1)).steps())
                .isEqualTo(12);
    }

    @Test
    void otherNamesAreNone() {
        assertThat(SchedulerKind.of("euler-of-alexandria")).isEmpty();
        assertThat(SchedulerKind.of(null)).isEmpty();
    }
}
