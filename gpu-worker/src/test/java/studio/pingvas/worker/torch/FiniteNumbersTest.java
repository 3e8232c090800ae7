package studio.pingvas.worker.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.tensor.ArrayTensor;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.TensorScope;

class FiniteNumbersTest {
    @TempDir Path folder;

    private final TorchCpu device = Demonstration.device();

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void tensorKnowsWhetherAllIsFinite(float number) {
        try (TensorScope scope = device.openScope()) {
            assertThat(scope.floats(Shape.of(2), new float[] {1, -3e38f}).isFinite()).isTrue();
            assertThat(scope.floats(Shape.of(2), new float[] {1, number}).isFinite()).isFalse();
        }
        assertThat(ArrayTensor.of(Shape.of(2), 1, number).isFinite()).isFalse();
        assertThat(ArrayTensor.of(Shape.of(2), 1, 2).isFinite()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void networkWhoseWeightsAreNoNumbersIsRefused(float number) throws IOException {
        Path file =
                new ModuleFile("def forward(self, x): return x * self.scale")
                        .parameter("scale", 4096)
                        .write(folder.resolve("module.pt"));
        device.load(file).close();

        overwriteFirstWeight(file, number);

        assertThatThrownBy(() -> device.load(file))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("scale produces no numbers");
    }

    /** In the one entry of that length, which is stored as it is, and its checksums. */
    private static void overwriteFirstWeight(Path path, float number) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = 4096 * Float.BYTES;
        int entry = 0;
        while (file.getInt(entry) != 0x02014b50 || file.getInt(entry + 24) != length) {
            entry++;
        }
        int local = file.getInt(entry + 42);
        int data = local + 30 + file.getShort(local + 26) + file.getShort(local + 28);
        int before = file.getInt(entry + 16);
        file.putFloat(data, number);
        CRC32 crc = new CRC32();
        crc.update(bytes, data, length);
        for (int at = 0; at < bytes.length - 4; at++) {
            if (file.getInt(at) == before) {
                file.putInt(at, (int) crc.getValue());
            }
        }
        Files.write(path, bytes);
    }
}
