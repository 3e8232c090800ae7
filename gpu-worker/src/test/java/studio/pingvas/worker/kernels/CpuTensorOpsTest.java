package studio.pingvas.worker.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.worker.tensor.TensorOps;

class CpuTensorOpsTest {
    @TempDir Path cache;

    @Test
    void processorWithoutAvx2ComputesInJava() throws IOException {
        Processor old = new Processor("Linux", "amd64", Set.of("fpu", "sse2"));

        TensorOps ops = CpuTensorOps.best(cache, old);

        assertThat(ops.name()).isEqualTo("reference");
        assertThat(cache).as("nothing is unpacked for it").isEmptyDirectory();
    }

    @Test
    void libraryIsUnpackedOnceUnderItsDigest() throws IOException {
        Path first = NativeLibrary.unpack(cache);
        var written = Files.getLastModifiedTime(first);
        Path again = NativeLibrary.unpack(cache);

        assertThat(again).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(again)).isEqualTo(written);
        assertThat(first.getFileName().toString()).matches("kernels-[0-9a-f]{32}\\.so");
        assertThat(filesIn(cache)).isEqualTo(1);
    }

    @Test
    void damagedLibraryIsReplacedBeforeItIsLoaded() throws IOException {
        Path file = NativeLibrary.unpack(cache);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(Files.readAllBytes(NativeLibrary.unpack(cache))).isEqualTo(whole);
        assertThat(filesIn(cache)).isEqualTo(1);
    }

    @Test
    void othersCannotWriteTheLibrary() throws IOException {
        assertThat(Files.getPosixFilePermissions(NativeLibrary.unpack(cache)))
                .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    void workerWhoseCacheCannotBeWrittenComputesInJava() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));

        TensorOps ops = CpuTensorOps.best(file.resolve("below"));

        assertThat(ops.name()).isEqualTo("reference");
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
