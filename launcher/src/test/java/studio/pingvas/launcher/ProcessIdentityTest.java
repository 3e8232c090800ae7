package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void thisProcessIsAlive() {
        ProcessIdentity own = ProcessIdentity.of(ProcessHandle.current().pid());
        assertThat(own.isAlive()).isTrue();
        assertThat(own.residentBytes()).isPositive();
    }

    @Test
    void theSameNumberWithAnotherStartIsAnotherProcess() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessIdentity recorded = ProcessIdentity.of(other.pid());
            ProcessIdentity recycled = new ProcessIdentity(other.pid(), recorded.started() + "0");
            assertThat(recycled.isAlive()).isFalse();

            recycled.end(PATIENCE);
            recycled.kill();

            assertThat(recorded.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void anEndedProcessIsNotAlive() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ProcessIdentity identity = ProcessIdentity.of(ended.pid());
        ended.waitFor();
        assertThat(identity.isAlive()).isFalse();
        assertThat(ProcessIdentity.of(ended.pid()).isAlive()).isFalse();
    }

    @Test
    void aProcessThatDoesNotListenIsKilledWhenPatienceEnds() throws IOException {
        Process stubborn =
                new ProcessBuilder("sh", "-c", "trap '' TERM INT; echo; while :; do sleep 1; done")
                        .start();
        // Its first line says that the trap is set.
        assertThat(stubborn.getInputStream().read()).isEqualTo('\n');
        ProcessIdentity identity = ProcessIdentity.of(stubborn.pid());

        identity.end(Duration.ofMillis(200));

        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void anInterruptEndsAProcess() throws IOException {
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(sleeping.pid());

        identity.interrupt(PATIENCE);

        assertThat(identity.isAlive()).isFalse();
    }
}
