package studio.pingvas.worker.model;

import java.util.ArrayList;
import java.util.List;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.NetworkException;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;
import studio.pingvas.worker.tokenizer.TokenizedPrompt;

/** All text encoders of a model. Their texts are laid side by side, along the width. */
public final class TextEncoders implements AutoCloseable {
    private final List<TextEncoder> encoders;

    TextEncoders(List<TextEncoder> encoders) {
        this.encoders = List.copyOf(encoders);
    }

    /**
     * One row for each prompt, in order. All rows have as many tokens, so that they fit into one
     * batch, and all encoders whose texts lie side by side.
     */
    EncodedText encode(TensorScope scope, List<String> prompts) {
        List<List<TokenizedPrompt>> tokenized =
                encoders.stream().map(encoder -> encoder.tokenize(prompts)).toList();
        int chunks = chunksOf(tokenized);
        List<Tensor> texts = new ArrayList<>();
        Tensor pooled = null;
        for (int index = 0; index < encoders.size(); index++) {
            TextEncoder encoder = encoders.get(index);
            TextEncoder.Vectors encoded =
                    encoder.encode(scope, tokenized.get(index), encoder.givesText() ? chunks : 1);
            if (encoded.text() != null) {
                texts.add(encoded.text());
            }
            pooled = encoded.pooled() == null ? pooled : encoded.pooled();
        }
        return new EncodedText(
                texts.isEmpty() ? null : sideBySide(scope, texts), pooled, cutOf(tokenized));
    }

    List<Network> networks() {
        return encoders.stream().map(TextEncoder::network).toList();
    }

    long bytes() {
        return encoders.stream().mapToLong(TextEncoder::bytes).sum();
    }

    @Override
    public void close() {
        encoders.forEach(TextEncoder::close);
    }

    private int chunksOf(List<List<TokenizedPrompt>> tokenized) {
        int chunks = 1;
        for (int index = 0; index < encoders.size(); index++) {
            if (encoders.get(index).givesText()) {
                for (TokenizedPrompt prompt : tokenized.get(index)) {
                    chunks = Math.max(chunks, prompt.chunks().size());
                }
            }
        }
        return chunks;
    }

    /** Of the encoder that read least, among those of the text: the pooled vector is a summary. */
    private int cutOf(List<List<TokenizedPrompt>> tokenized) {
        int most = 0;
        for (int index = 0; index < encoders.size(); index++) {
            if (encoders.get(index).givesText()) {
                int cut = tokenized.get(index).stream().mapToInt(TokenizedPrompt::tokensCut).sum();
                most = Math.max(most, cut);
            }
        }
        return most;
    }

    /** Copies through host memory: it happens once a job, and a text is small. */
    private static Tensor sideBySide(TensorScope scope, List<Tensor> texts) {
        if (texts.size() == 1) {
            return texts.get(0);
        }
        Shape first = texts.get(0).shape();
        int width = texts.stream().mapToInt(text -> text.shape().dimension(2)).sum();
        Shape shape = Shape.of(first.dimension(0), first.dimension(1), width);
        float[] joined = new float[shape.elements()];
        int column = 0;
        for (Tensor text : texts) {
            if (text.shape().dimension(1) != first.dimension(1)) {
                throw new NetworkException(
                        "Texts of " + first + " and " + text.shape() + " lie not side by side",
                        null);
            }
            copyColumns(text, joined, column, width);
            column += text.shape().dimension(2);
        }
        return scope.floats(shape, joined);
    }

    private static void copyColumns(Tensor text, float[] joined, int column, int width) {
        float[] values = text.toArray();
        int ownWidth = text.shape().dimension(2);
        for (int token = 0; token < values.length / ownWidth; token++) {
            System.arraycopy(values, token * ownWidth, joined, token * width + column, ownWidth);
        }
    }
}
