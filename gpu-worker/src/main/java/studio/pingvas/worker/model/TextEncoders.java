package studio.pingvas.worker.model;

import java.util.List;
import java.util.Objects;
import studio.pingvas.worker.tensor.Network;
import studio.pingvas.worker.tensor.Shape;
import studio.pingvas.worker.tensor.Tensor;
import studio.pingvas.worker.tensor.TensorScope;

/** All text encoders of a model. Their texts are laid side by side, along the width. */
public final class TextEncoders implements AutoCloseable {
    private final List<TextEncoder> encoders;

    TextEncoders(List<TextEncoder> encoders) {
        this.encoders = List.copyOf(encoders);
    }

    EncodedText encode(TensorScope scope, List<String> prompts) {
        List<EncodedText> encoded =
                encoders.stream().map(encoder -> encoder.encode(scope, prompts)).toList();
        List<Tensor> texts =
                encoded.stream().map(EncodedText::text).filter(Objects::nonNull).toList();
        List<Tensor> pooled =
                encoded.stream().map(EncodedText::pooled).filter(Objects::nonNull).toList();
        return new EncodedText(
                texts.isEmpty() ? null : sideBySide(scope, texts),
                pooled.isEmpty() ? null : pooled.get(0));
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
