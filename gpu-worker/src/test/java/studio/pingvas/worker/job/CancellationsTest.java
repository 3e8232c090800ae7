package studio.pingvas.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancellationsTest {
    private final Cancellations cancellations = new Cancellations();

    @Test
    void cancelledJobIsRemembered() {
        UUID job = UUID.randomUUID();
        cancellations.add(job);

        assertThat(cancellations.contains(job)).isTrue();
        assertThat(cancellations.contains(UUID.randomUUID())).isFalse();
    }

    @Test
    void oldestIsForgottenWhenThereAreTooMany() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        cancellations.add(first);
        cancellations.add(second);
        for (int i = 0; i < 999; i++) {
            cancellations.add(UUID.randomUUID());
        }

        assertThat(cancellations.contains(first)).isFalse();
        assertThat(cancellations.contains(second)).isTrue();
    }
}
