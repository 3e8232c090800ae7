package studio.pingvas.worker.kernels;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.pingvas.worker.image.Bitmap;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** Makes the same tensors for each implementation, and tells what an operation left in them. */
final class Operands {
    /** Numbers that arithmetic treats in their own ways. */
    private static final float[] ODD = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_NORMAL / 3,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1.0000001f,
        -1.0000001f
    };

    private static final int ODD_ONE_IN = 16;
    private static final int CHUNK = 64;

    private final TensorScope scope;
    private final SplittableRandom random;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Long> pixels = new ArrayList<>();

    Operands(TensorScope scope, long seed) {
        this.scope = scope;
        this.random = new SplittableRandom(seed);
    }

    /** Numbers in [-2, 2], among them odd ones. */
    Tensor tensor(Shape shape) {
        Tensor tensor = scope.floats(shape);
        FloatBuffer numbers = tensor.floats();
        for (int i = 0; i < numbers.limit(); i++) {
            int word = random.nextInt();
            boolean odd = (word & (ODD_ONE_IN - 1)) == 0;
            numbers.put(i, odd ? ODD[random.nextInt(ODD.length)] : word * 0x1p-30f);
        }
        tensors.add(tensor);
        return tensor;
    }

    Tensor[] tensors(int count, Shape shape) {
        Tensor[] made = new Tensor[count];
        for (int i = 0; i < count; i++) {
            made[i] = tensor(shape);
        }
        return made;
    }

    float[] weights(int count) {
        float[] made = new float[count];
        for (int i = 0; i < count; i++) {
            made[i] = weight();
        }
        return made;
    }

    float weight() {
        return random.nextInt() * 0x1p-30f;
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    void keep(Bitmap bitmap) {
        long hash = 0;
        for (int i = 0; i < bitmap.rgba().length; i++) {
            hash = 31 * hash + bitmap.rgba()[i];
            if (i % CHUNK == CHUNK - 1 || i == bitmap.rgba().length - 1) {
                pixels.add(hash);
                hash = 0;
            }
        }
    }

    /**
     * Hashes of the bits of all tensors, inputs too, and of all pixels, one for each stretch of
     * {@value #CHUNK}. All that is not a number counts as the same.
     */
    List<Long> fingerprint() {
        List<Long> hashes = new ArrayList<>(pixels);
        for (Tensor tensor : tensors) {
            FloatBuffer numbers = tensor.floats();
            long hash = 0;
            for (int i = 0; i < numbers.limit(); i++) {
                hash = 31 * hash + Float.floatToIntBits(numbers.get(i));
                if (i % CHUNK == CHUNK - 1 || i == numbers.limit() - 1) {
                    hashes.add(hash);
                    hash = 0;
                }
            }
        }
        return hashes;
    }
}
