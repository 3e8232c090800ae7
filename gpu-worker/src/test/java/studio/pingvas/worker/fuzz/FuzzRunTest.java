package studio.pingvas.worker.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.fuzz.FuzzRun.Outcome;

class FuzzRunTest {
    private static final List<byte[]> SAMPLES =
            List.of(bytes("a file of some length, and then some more of it"), bytes("another"));
    private static final FuzzRun RUN = new FuzzRun(500, 1 << 20, 1000);

    @Test
    void everyRunDamagesFilesInTheSameWay() {
        assertThat(damaged()).isEqualTo(damaged());
    }

    @Test
    void filesAreDamagedInManyWays() {
        Set<String> distinct = new HashSet<>(damaged());

        assertThat(distinct).hasSizeGreaterThan(400);
        assertThat(distinct).anyMatch(file -> file.length() < 7).anyMatch(f -> f.length() > 60);
    }

    @Test
    void refusalsAreCounted() {
        Outcome outcome =
                RUN.run(
                        SAMPLES,
                        IllegalArgumentException.class,
                        file -> {
                            if (file.length > 20) {
                                throw new IllegalArgumentException();
                            }
                        });

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
        assertThat(outcome.read() + outcome.refused()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void anyOtherFailureNamesItsCase() {
        assertThatThrownBy(
                        () ->
                                RUN.run(
                                        SAMPLES,
                                        IllegalArgumentException.class,
                                        file -> {
                                            throw new IllegalStateException();
                                        }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("studio.fuzz.seed=");
    }

    @Test
    void tooMuchMemoryIsAFailure() {
        List<byte[]> kept = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                RUN.run(
                                        SAMPLES,
                                        IllegalArgumentException.class,
                                        file -> kept.add(new byte[2 << 20])))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes of heap");
    }

    private static List<String> damaged() {
        List<String> files = new ArrayList<>();
        RUN.run(
                SAMPLES,
                IllegalArgumentException.class,
                file -> files.add(new String(file, StandardCharsets.ISO_8859_1)));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
