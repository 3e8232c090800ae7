package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
    private static final String HASWELL =
            "fpu sse sse2 ssse3 fma cx16 movbe popcnt xsave avx f16c abm bmi1 avx2 bmi2";

    @TempDir Path folder;

    @Test
    void featuresAreTheFlagsOfTheFirstCore() throws IOException {
        Path file = folder.resolve("cpuinfo");
        Files.writeString(
                file,
                "processor\t: 0\nmodel name\t: flags\nflags\t\t: fpu avx2  fma\n\n"
                        + "processor\t: 1\nflags\t\t: fpu\n");

        assertThat(Processor.features(file)).containsExactlyInAnyOrder("fpu", "avx2", "fma");
    }

    @Test
    void machineThatDoesNotTellHasNoFeatures() throws IOException {
        assertThat(Processor.features(folder.resolve("missing"))).isEmpty();
        assertThat(Processor.features(Files.createFile(folder.resolve("empty")))).isEmpty();
    }

    @Test
    void processorWithAllOfTheLevelWillDo() {
        Processor processor = new Processor("Linux", "amd64", Set.of(HASWELL.split(" ")));

        assertThatCode(processor::requireX8664v3).doesNotThrowAnyException();
    }

    @Test
    void processorThatLacksSomethingIsToldWhat() {
        Set<String> features = Set.of(HASWELL.replace("avx2", "").replace("fma", "").split(" +"));

        assertThatThrownBy(new Processor("Linux", "amd64", features)::requireX8664v3)
                .isInstanceOf(NoNativeKernelsException.class)
                .hasMessage("the processor lacks avx2 fma of x86-64-v3");
    }

    @Test
    void otherSystemsHaveNoLibrary() {
        Set<String> features = Set.of(HASWELL.split(" "));

        assertThatThrownBy(new Processor("Linux", "aarch64", features)::requireX8664v3)
                .isInstanceOf(NoNativeKernelsException.class)
                .hasMessage("no library for Linux aarch64");
        assertThatThrownBy(new Processor("Mac OS X", "amd64", features)::requireX8664v3)
                .isInstanceOf(NoNativeKernelsException.class);
    }
}
