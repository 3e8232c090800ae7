package studio.pingvas.worker.model;

import java.util.Arrays;
import java.util.List;
import studio.pingvas.contracts.model.DenoiserInterface;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tokenizer.PromptTokenizer;

/** Prompts to the vectors that steer the denoiser. */
final class TextEncoder implements AutoCloseable {
    private final PromptTokenizer tokenizer;
    private final Network network;
    private final List<String> outputs;

    /**
     * @param outputs names of what the network gives, in order
     */
    TextEncoder(PromptTokenizer tokenizer, Network network, List<String> outputs) {
        this.tokenizer = tokenizer;
        this.network = network;
        this.outputs = outputs;
    }

    /** One row for each prompt, in order. */
    EncodedText encode(TensorScope scope, List<String> prompts) {
        long[] ids =
                prompts.stream().map(tokenizer::encode).flatMapToLong(Arrays::stream).toArray();
        Shape shape = Shape.of(prompts.size(), ids.length / prompts.size());
        List<Tensor> given = network.forwardAll(scope, outputs.size(), scope.longs(shape, ids));
        return new EncodedText(
                named(DenoiserInterface.TEXT, given), named(DenoiserInterface.POOLED, given));
    }

    Network network() {
        return network;
    }

    long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        network.close();
        tokenizer.close();
    }

    private Tensor named(String output, List<Tensor> given) {
        int index = outputs.indexOf(output);
        return index < 0 ? null : given.get(index);
    }
}
