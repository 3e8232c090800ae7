package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine code that is checked in is that of the sources beside it. */
class KernelBuildTest {
    private static final String FATBIN = "kernels.fatbin";
    private static final String LIBRARY = "kernels-x86-64-v3.so";

    @TempDir Path folder;

    @Test
    void checkedInFilesWereBuiltFromTheseSources() throws IOException {
        assertThat(KernelBuild.sourcesOf(KernelBuild.MODULE))
                .as("run gpu-worker/kernels.sh: a kernel was edited after it was built")
                .isEqualTo(KernelBuild.notes().getProperty("sources"));
        assertThat(KernelBuild.digestOf(KernelBuild.RESOURCES.resolve(FATBIN)))
                .isEqualTo(KernelBuild.notes().getProperty("fatbin"));
        assertThat(KernelBuild.digestOf(KernelBuild.RESOURCES.resolve(LIBRARY)))
                .isEqualTo(KernelBuild.notes().getProperty("library"));
    }

    @Test
    void editOfOneKernelIsNoticed() throws IOException {
        copySources();
        assertThat(KernelBuild.sourcesOf(folder))
                .isEqualTo(KernelBuild.notes().getProperty("sources"));

        Files.writeString(
                folder.resolve("src/main/cuda/noise.cu"), "\n", StandardOpenOption.APPEND);

        assertThat(KernelBuild.sourcesOf(folder))
                .isNotEqualTo(KernelBuild.notes().getProperty("sources"));
    }

    @Test
    void resourcesReachTheProgramUnchanged() throws IOException {
        for (String name : new String[] {FATBIN, LIBRARY}) {
            try (var in = NativeKernels.class.getResourceAsStream("/kernels/" + name)) {
                assertThat(in).as(name).isNotNull();
                assertThat(in.readAllBytes())
                        .isEqualTo(Files.readAllBytes(KernelBuild.RESOURCES.resolve(name)));
            }
        }
    }

    @Test
    void nvccMakesTheCheckedInFatbin() throws Exception {
        assumeTrue(KernelBuild.has("nvcc"), "no nvcc: the kernels are not compiled for GPUs here");

        Path built = build("fatbin", FATBIN);

        assumeSame("nvcc --version | tail -n 1", "fatbin.compiler");
        assertThat(built).hasSameBinaryContentAs(KernelBuild.RESOURCES.resolve(FATBIN));
    }

    @Test
    void compilerMakesTheCheckedInLibrary() throws Exception {
        assumeTrue(KernelBuild.has("g++"), "no g++: the kernels are not compiled here");

        Path built = build("library", LIBRARY);

        assumeSame("g++ --version | head -n 1", "library.compiler");
        assertThat(built).hasSameBinaryContentAs(KernelBuild.RESOURCES.resolve(LIBRARY));
    }

    private Path build(String what, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        var outcome = KernelBuild.run("./kernels.sh", what, file.toString());
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(file).isNotEmptyFile();
        return file;
    }

    /** Another version makes other code of the same meaning: that it compiles must be enough. */
    private static void assumeSame(String versionCommand, String note)
            throws IOException, InterruptedException {
        String here = KernelBuild.versionOf(versionCommand);
        String there = KernelBuild.notes().getProperty(note);
        assumeTrue(here.equals(there), "compiled, but by " + here + ", not " + there);
    }

    private void copySources() throws IOException {
        for (String from : new String[] {"src/main/cuda", "src/main/native"}) {
            Path to = Files.createDirectories(folder.resolve(from));
            try (Stream<Path> files = Files.list(KernelBuild.MODULE.resolve(from))) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        Files.copy(KernelBuild.MODULE.resolve("kernels.sh"), folder.resolve("kernels.sh"));
    }
}
