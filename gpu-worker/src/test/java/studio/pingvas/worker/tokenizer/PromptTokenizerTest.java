package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;

class PromptTokenizerTest {
    private static final int LENGTH = 32;
    private static final long START = 1111;
    private static final long END = 1112;

    private static PromptTokenizer tokenizer;

    @BeforeAll
    static void load() throws IOException {
        tokenizer =
                PromptTokenizer.load(
                        Demonstration.MODELS.resolve("tiny/tokenizer.json"), LENGTH, END);
    }

    @AfterAll
    static void free() {
        tokenizer.close();
    }

    @Test
    void promptIsFramedAndPaddedToLength() {
        long[] ids = tokenizer.encode("a red house");

        assertThat(ids).hasSize(LENGTH).startsWith(START).endsWith(END, END);
        assertThat(ids[3]).isNotEqualTo(END);
    }

    @Test
    void emptyPromptIsStartAndPadding() {
        long[] ids = tokenizer.encode("");

        assertThat(ids).hasSize(LENGTH).startsWith(START, END);
        assertThat(Arrays.stream(ids).skip(1)).containsOnly(END);
    }

    @Test
    void longPromptIsCutAndKeepsItsEnd() {
        long[] ids = tokenizer.encode("a castle under a full moon ".repeat(40));

        assertThat(ids).hasSize(LENGTH).startsWith(START).endsWith(END);
        assertThat(ids[LENGTH - 2]).isNotEqualTo(END);
    }

    @Test
    void wordsTheModelNeverSawAreEncodedToo() {
        assertThat(tokenizer.encode("빨간 집 🏠 \u0000 \ud800")).hasSize(LENGTH);
    }

    @Test
    void samePromptGivesTheSameTokens() {
        assertThat(tokenizer.encode("Snowy forest")).isEqualTo(tokenizer.encode("Snowy forest"));
    }
}
