package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.fuzz.FuzzRun;
import studio.pingvas.worker.tensor.NetworkException;

class ModuleArchiveTest {
    private static final int ENTRY = 0x02014b50;

    @TempDir Path folder;

    private Path module;

    @BeforeEach
    void writeModule() {
        module =
                new ModuleFile("def forward(self, x): return x * self.weight")
                        .parameter("weight", 64)
                        .write(folder.resolve("module.pt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoiser.pt", "text_encoder.pt", "vae_decoder.pt", "vae_encoder.pt"})
    void modulesOfPythonAreTaken(String file) {
        assertTaken(Demonstration.MODELS.resolve(Demonstration.MODEL).resolve(file));
    }

    @Test
    void modulesOfLibtorchAreTaken() {
        assertTaken(module);
    }

    @Test
    void codeThatUnpacksToHundredsOfMegabytesIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("archive/constants.pkl"));
            fill(zip, 257);
            zip.closeEntry();
        }

        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertRefused(bomb, "unpacks to more");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, Integer.MAX_VALUE, 1 << 20})
    void storedNumbersThatSayTheyAreMoreAreRefused(int size) throws IOException {
        byte[] bytes = Files.readAllBytes(module);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length - 46; at++) {
            if (file.getInt(at) == ENTRY && file.getShort(at + 10) == 0) {
                file.putInt(at + 24, size);
            }
        }
        Files.write(module, bytes);

        assertRefused(module, "unpacks to more");
    }

    @Test
    void sizesOfSixtyFourBitsAreReadToo() throws IOException {
        assertRefused(Files.write(module, largeSizes(1L << 62)), "unpacks to more");
        assertTaken(Files.write(module, largeSizes(3)));
        assertRefused(Files.write(module, largeSizes(-1)), "unpacks to more");
    }

    @Test
    void directoryThatSaysItIsEndlessIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(module);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22 - 20 - 56;
        assertThat(file.getInt(end)).isEqualTo(0x06064b50);
        file.putLong(end + 40, -1);

        assertRefused(Files.write(module, bytes), "directory");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertRefused(Files.write(module, new byte[0]), "no archive");
        assertRefused(Files.write(module, new byte[200_000]), "no archive");
    }

    @Test
    void damagedDirectoriesAreReadOrRefused() throws IOException {
        List<byte[]> samples = List.of(Files.readAllBytes(module), largeSizes(3));

        FuzzRun.Outcome outcome =
                new FuzzRun(2_000, 80 << 20, 1_000)
                        .run(
                                samples,
                                NetworkException.class,
                                file -> ModuleArchive.require(Files.write(module, file)));

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    /** An archive of one entry that is stored, with its sizes in an extra field. */
    private static byte[] largeSizes(long size) {
        ByteBuffer file = ByteBuffer.allocate(46 + 1 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, ENTRY).putInt(20, -1).putInt(24, -1).putShort(28, (short) 1);
        file.putShort(30, (short) 20).putShort(47, (short) 1).putShort(49, (short) 16);
        file.putLong(51, size).putLong(59, size);
        file.putInt(67, 0x06054b50).putInt(67 + 12, 67);
        return file.array();
    }

    private static void fill(OutputStream out, int megabytes) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(megabyte);
        }
    }

    private static void assertTaken(Path file) {
        assertThatCode(() -> ModuleArchive.require(file)).doesNotThrowAnyException();
    }

    private static void assertRefused(Path file, String complaint) {
        assertThatThrownBy(() -> ModuleArchive.require(file))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining(file.getFileName() + " cannot be loaded")
                .hasMessageContaining(complaint);
    }
}
