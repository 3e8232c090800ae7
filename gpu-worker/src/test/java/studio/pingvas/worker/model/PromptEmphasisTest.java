package studio.pingvas.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptEmphasisTest {
    private static final int WIDTH = 2;

    @Test
    void weighedVectorsKeepTheMeanOfTheirSequence() {
        // Of another sequence, two tokens, of another sequence.
        float[] vectors = {7, 7, 1, 2, 3, 4, 9, 9};

        PromptEmphasis.apply(vectors, WIDTH, WIDTH, new float[] {1, 2});

        // Doubled, the sum is 17 instead of 10.
        float ratio = (float) (10.0 / 17);
        assertThat(vectors).containsExactly(7, 7, 1 * ratio, 2 * ratio, 6 * ratio, 8 * ratio, 9, 9);
    }

    @Test
    void meanOfZeroIsLeftAlone() {
        float[] vectors = {1, 1, 1, 1};

        PromptEmphasis.apply(vectors, 0, WIDTH, new float[] {1, -1});

        assertThat(vectors).containsExactly(1, 1, -1, -1);
    }
}
