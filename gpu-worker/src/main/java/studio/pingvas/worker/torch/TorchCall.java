package studio.pingvas.worker.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;

/** One visit to libtorch: nothing records gradients, and native temporaries die at its end. */
final class TorchCall {
    private TorchCall() {}

    /** What shall outlive the call must have its reference retained inside of it. */
    @SuppressWarnings("try") // The scopes work by being open.
    static <T> T run(Supplier<T> body) {
        try (PointerScope temporaries = new PointerScope();
                InferenceMode inference = new InferenceMode(true)) {
            return body.get();
        }
    }
}
