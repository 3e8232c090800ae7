package studio.pingvas.generation.line.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for a new reading of the line, and who is told of the last one. */
class CurrentLineTest {
    private final CurrentLine line = new CurrentLine();
    private final Queue<Runnable> beside = new ArrayDeque<>();
    private Duration cost = Duration.ofMillis(50);
    private long nanos;
    private int readings;

    @BeforeEach
    void readOnce() {
        line.nanoTime = () -> nanos;
        line.reader =
                new LineReader() {
                    @Override
                    public LineState read() {
                        readings++;
                        nanos += cost.toNanos();
                        return LinesForTests.emptyLine();
                    }
                };
        line.executor =
                (ManagedExecutorService)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {ManagedExecutorService.class},
                                (proxy, method, arguments) -> beside.add((Runnable) arguments[0]));
        line.get();
    }

    @Test
    void nobodyWaitsForASlowReadingWhileOthersAsk() {
        askAfter(Duration.ofMillis(1_500));

        assertThat(readings).isEqualTo(1);
        beside.remove().run();
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void whoeverComesAfterAWhileIsToldOfTheLineAsItIsNow() {
        askAfter(Duration.ofMinutes(5));

        assertThat(readings).isEqualTo(2);
        assertThat(beside).isEmpty();
    }

    @Test
    void nobodyWaitsForAVeryLongLineAtAll() {
        cost = Duration.ofMillis(200);
        askAfter(Duration.ofMinutes(5));
        assertThat(readings).isEqualTo(2);

        askAfter(Duration.ofMinutes(5));

        assertThat(readings).isEqualTo(2);
        assertThat(beside).hasSize(1);
    }

    @Test
    void goodReadingIsNotRepeated() {
        askAfter(Duration.ofMillis(900));

        assertThat(readings).isEqualTo(1);
        assertThat(beside).isEmpty();
    }

    private void askAfter(Duration time) {
        nanos += time.toNanos();
        line.get();
    }
}
