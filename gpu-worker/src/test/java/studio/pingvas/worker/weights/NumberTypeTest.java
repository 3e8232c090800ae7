package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;

class NumberTypeTest {
    private static final int PATTERNS = 1 << 16;

    @Test
    void everyHalfIsTheFloatThatTorchMakesOfIt() {
        Demonstration.device();
        short[] halves = new short[PATTERNS];
        for (int i = 0; i < PATTERNS; i++) {
            halves[i] = (short) i;
        }
        float[] expected = new float[PATTERNS];
        TensorOptions options = new TensorOptions().dtype(new ScalarTypeOptional(ScalarType.Half));
        Tensor tensor =
                torch.from_blob(new ShortPointer(halves), new long[] {PATTERNS}, options)
                        .to(ScalarType.Float);
        new FloatPointer(tensor.data_ptr()).get(expected);

        for (int i = 0; i < PATTERNS; i++) {
            float value = NumberType.fromHalf(halves[i]);
            assertThat(Float.floatToIntBits(value)).isEqualTo(Float.floatToIntBits(expected[i]));
        }
    }
}
