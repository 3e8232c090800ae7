package studio.pingvas.worker.image;

import java.lang.ref.WeakReference;
import java.util.function.Function;

/** Encodes pictures; the same one twice in a row is encoded once. For one thread. */
public final class Encoded {
    private final Function<Bitmap, byte[]> encoder;
    private WeakReference<Bitmap> last = new WeakReference<>(null);
    private byte[] bytes;

    public Encoded(Function<Bitmap, byte[]> encoder) {
        this.encoder = encoder;
    }

    public byte[] of(Bitmap bitmap) {
        // Nobody changes the pixels of a bitmap.
        if (last.get() != bitmap) {
            bytes = encoder.apply(bitmap);
            last = new WeakReference<>(bitmap);
        }
        return bytes;
    }
}
