package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.model.ModelFolder;

class PromptTokenizerTest {
    private static final int LENGTH = 32;

    private static PromptTokenizer tokenizer;
    private static long start;
    private static long end;

    @BeforeAll
    static void load() throws IOException {
        ModelFolder model = ModelFolder.open(Demonstration.MODELS.resolve(Demonstration.MODEL));
        end = model.manifest().textEncoders().get(0).padId();
        tokenizer = PromptTokenizer.load(model.file("tokenizer.json"), LENGTH, end);
        start = tokenizer.encode("")[0];
    }

    @AfterAll
    static void free() {
        tokenizer.close();
    }

    @Test
    void promptIsFramedAndPaddedToLength() {
        long[] ids = tokenizer.encode("a red house");

        assertThat(ids).hasSize(LENGTH).startsWith(start).endsWith(end, end);
        assertThat(ids[3]).isNotEqualTo(end);
    }

    @Test
    void emptyPromptIsStartAndPadding() {
        long[] ids = tokenizer.encode("");

        assertThat(ids).hasSize(LENGTH).startsWith(start, end);
        assertThat(Arrays.stream(ids).skip(1)).containsOnly(end);
    }

    @Test
    void longPromptIsCutAndKeepsItsEnd() {
        long[] ids = tokenizer.encode("a castle under a full moon ".repeat(40));

        assertThat(ids).hasSize(LENGTH).startsWith(start).endsWith(end);
        assertThat(ids[LENGTH - 2]).isNotEqualTo(end);
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
