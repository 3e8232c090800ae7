package studio.pingvas.worker.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import studio.pingvas.contracts.model.DenoiserInterface;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tokenizer.PromptChunker;
import studio.pingvas.worker.tokenizer.TokenChunk;
import studio.pingvas.worker.tokenizer.TokenizedPrompt;

/** Prompts to the vectors that steer the denoiser. */
final class TextEncoder implements AutoCloseable {
    private final PromptChunker chunker;
    private final Network network;
    private final List<String> outputs;

    /** What one encoder gives; null where it does not give it. */
    record Vectors(Tensor text, Tensor pooled) {}

    /**
     * @param outputs names of what the network gives, in order
     */
    TextEncoder(PromptChunker chunker, Network network, List<String> outputs) {
        this.chunker = chunker;
        this.network = network;
        this.outputs = outputs;
    }

    List<TokenizedPrompt> tokenize(List<String> prompts) {
        return prompts.stream().map(chunker::chunk).toList();
    }

    boolean givesText() {
        return outputs.contains(DenoiserInterface.TEXT);
    }

    /**
     * @param prompts one row for each, in order
     * @param chunks of every prompt; one that has fewer is filled up with empty ones
     */
    Vectors encode(TensorScope scope, List<TokenizedPrompt> prompts, int chunks) {
        List<TokenChunk> sequences =
                prompts.stream()
                        .flatMap(
                                prompt ->
                                        IntStream.range(0, chunks)
                                                .mapToObj(index -> chunk(prompt, index)))
                        .toList();
        long[] ids =
                sequences.stream().flatMapToLong(chunk -> LongStream.of(chunk.ids())).toArray();
        int length = ids.length / sequences.size();
        Tensor input = scope.longs(Shape.of(sequences.size(), length), ids);
        List<Tensor> given = network.forwardAll(scope, outputs.size(), input);
        Tensor text = named(DenoiserInterface.TEXT, given);
        Tensor pooled = named(DenoiserInterface.POOLED, given);
        return new Vectors(
                text == null ? null : text(scope, text, sequences, chunks),
                pooled == null ? null : firstOfEach(scope, pooled, sequences.size(), chunks));
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
        chunker.close();
    }

    private TokenChunk chunk(TokenizedPrompt prompt, int index) {
        List<TokenChunk> chunks = prompt.chunks();
        return index < chunks.size() ? chunks.get(index) : chunker.emptyChunk();
    }

    private Tensor named(String output, List<Tensor> given) {
        int index = outputs.indexOf(output);
        return index < 0 ? null : given.get(index);
    }

    /** Weighs the vectors, and lays the chunks of each prompt one after another. */
    private static Tensor text(
            TensorScope scope, Tensor text, List<TokenChunk> sequences, int chunks) {
        int length = sequences.get(0).ids().length;
        require(text.shape(), 3, sequences.size());
        if (text.shape().dimension(1) != length) {
            throw new NetworkException(
                    "A text encoder gives " + text.shape() + " for " + length + " tokens", null);
        }
        if (chunks == 1 && sequences.stream().noneMatch(TokenChunk::isWeighted)) {
            return text;
        }
        int width = text.shape().dimension(2);
        float[] vectors = text.toArray();
        for (int row = 0; row < sequences.size(); row++) {
            if (sequences.get(row).isWeighted()) {
                PromptEmphasis.apply(
                        vectors, row * length * width, width, sequences.get(row).weights());
            }
        }
        return scope.floats(Shape.of(sequences.size() / chunks, chunks * length, width), vectors);
    }

    private static Tensor firstOfEach(TensorScope scope, Tensor pooled, int rows, int chunks) {
        require(pooled.shape(), 2, rows);
        if (chunks == 1) {
            return pooled;
        }
        int width = pooled.shape().dimension(1);
        float[] all = pooled.toArray();
        float[] first = new float[rows / chunks * width];
        for (int row = 0; row < rows / chunks; row++) {
            System.arraycopy(all, row * chunks * width, first, row * width, width);
        }
        return scope.floats(Shape.of(rows / chunks, width), first);
    }

    private static void require(Shape shape, int rank, int rows) {
        if (shape.rank() != rank || shape.dimension(0) != rows) {
            throw new NetworkException("A text encoder gives " + shape, null);
        }
    }
}
