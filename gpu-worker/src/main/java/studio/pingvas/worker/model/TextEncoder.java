package studio.pingvas.worker.model;

import java.util.Arrays;
import java.util.List;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tokenizer.PromptTokenizer;

/** Prompts to the vectors that steer the denoiser. */
public final class TextEncoder implements AutoCloseable {
    private final PromptTokenizer tokenizer;
    private final Network network;

    TextEncoder(PromptTokenizer tokenizer, Network network) {
        this.tokenizer = tokenizer;
        this.network = network;
    }

    /** One row for each prompt, in order. */
    public Tensor encode(TensorScope scope, List<String> prompts) {
        long[] ids =
                prompts.stream().map(tokenizer::encode).flatMapToLong(Arrays::stream).toArray();
        Shape shape = Shape.of(prompts.size(), ids.length / prompts.size());
        return network.forward(scope, scope.longs(shape, ids));
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }
}
