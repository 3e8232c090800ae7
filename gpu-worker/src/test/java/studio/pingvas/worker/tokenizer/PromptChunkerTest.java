package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.Demonstration;

class PromptChunkerTest {
    private static final Path FILE =
            Demonstration.MODELS.resolve(Demonstration.MODEL).resolve("tokenizer.json");
    // Vocabulary of the demonstration model.
    private static final long BEGIN = 1111;
    private static final long END = 1112;

    private static long house;
    private static long comma;

    private PromptChunker chunker;

    @BeforeAll
    static void lookUpWords() throws IOException {
        try (PromptTokenizer tokenizer = PromptTokenizer.load(FILE, 32, END)) {
            house = tokenizer.tokensOf("house")[0];
            comma = tokenizer.commaId();
            assertThat(tokenizer.tokensOf("house, house")).containsExactly(house, comma, house);
        }
    }

    @AfterEach
    void freeTokenizer() {
        if (chunker != null) {
            chunker.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a red house",
                "A castle under a full moon, over and over, and over again, with a river",
                "빨간 집 🏠 \u0000 \ud800",
                "  spaces\tand\nlines  ",
            })
    void promptWithoutWeightsIsFramedAsTheTokenizerItselfFramesIt(String prompt)
            throws IOException {
        chunker = chunker(12, 1);

        assertThat(only(prompt).ids()).isEqualTo(framedByTheLibrary(prompt, 12));
        assertThat(only(prompt).isWeighted()).isFalse();
    }

    @Test
    void tokensThatFindNoRoomAreCounted() throws IOException {
        chunker = chunker(6, 1);

        assertThat(chunker.chunk("house house house house").tokensCut()).isZero();
        assertThat(chunker.chunk("house house house house house").tokensCut()).isEqualTo(1);
        assertThat(shown("house house house house house")).isEqualTo("<hhhh>");
    }

    @Test
    void longPromptsFillChunks() throws IOException {
        chunker = chunker(6, 3);

        assertThat(shown("house ".repeat(4))).isEqualTo("<hhhh>");
        assertThat(shown("house ".repeat(5))).isEqualTo("<hhhh> <h>>>>");
        assertThat(shown("house ".repeat(14))).isEqualTo("<hhhh> <hhhh> <hhhh>");
        assertThat(chunker.chunk("house ".repeat(14)).tokensCut()).isEqualTo(2);
    }

    @Test
    void chunkEndsAfterItsLastCommaIfThatIsNear() throws IOException {
        chunker = chunker(6, 3);

        assertThat(shown("house, house house house")).isEqualTo("<h,>>> <hhh>>");
        assertThat(shown("house house house house, house")).isEqualTo("<hhhh> <,h>>>");
        assertThat(shown("house, house, house")).isEqualTo("<h,h,> <h>>>>");
    }

    @Test
    void commaThatIsFarIsNoPlaceToCut() throws IOException {
        chunker = chunker(30, 2);

        String far = "house, " + "house ".repeat(28);
        String near = "house ".repeat(8) + ", " + "house ".repeat(21);

        assertThat(shown(far)).startsWith("<h," + "h".repeat(26) + "> <hh>");
        assertThat(shown(near))
                .startsWith("<" + "h".repeat(8) + "," + ">".repeat(20) + " <" + "h".repeat(21));
    }

    @Test
    void lastChunkIsFilledToItsEnd() throws IOException {
        chunker = chunker(6, 2);

        assertThat(shown("house house house house house, house house house"))
                .isEqualTo("<hhhh> <h,hh>");
    }

    @Test
    void breakBeginsAChunkWhereThereIsAnother() throws IOException {
        chunker = chunker(6, 2);
        assertThat(shown("house BREAK house")).isEqualTo("<h>>>> <h>>>>");
        assertThat(shown("house BREAK house BREAK house")).isEqualTo("<h>>>> <h>>>>");
        assertThat(chunker.chunk("house BREAK house BREAK house").tokensCut()).isEqualTo(1);
        chunker.close();

        chunker = chunker(6, 1);
        assertThat(shown("house BREAK house")).isEqualTo("<hh>>>");
    }

    @Test
    void weightsFollowTheirTokens() throws IOException {
        chunker = chunker(6, 2);

        List<TokenChunk> chunks = chunker.chunk("house, (house house:1.5) house").chunks();

        assertThat(chunks.get(0).weights()).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(chunks.get(1).weights()).containsExactly(1, 1.5f, 1.5f, 1, 1, 1);
    }

    @Test
    void emptyChunkIsWhatAnEmptyPromptIs() throws IOException {
        chunker = chunker(6, 2);

        assertThat(chunker.emptyChunk().ids()).isEqualTo(only("").ids());
        assertThat(shown("")).isEqualTo("<>>>>>");
    }

    @Test
    void sequenceWithoutRoomForAWordIsRefused() {
        assertThatThrownBy(() -> PromptTokenizer.load(FILE, 2, END))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No room");
    }

    private static PromptChunker chunker(int length, int maxChunks) throws IOException {
        return new PromptChunker(PromptTokenizer.load(FILE, length, END), maxChunks);
    }

    private TokenChunk only(String prompt) {
        List<TokenChunk> chunks = chunker.chunk(prompt).chunks();
        assertThat(chunks).hasSize(1);
        return chunks.get(0);
    }

    private String shown(String prompt) {
        return chunker.chunk(prompt).chunks().stream()
                .map(PromptChunkerTest::shown)
                .collect(Collectors.joining(" "));
    }

    private static String shown(TokenChunk chunk) {
        return Arrays.stream(chunk.ids())
                .mapToObj(
                        id ->
                                id == BEGIN
                                        ? "<"
                                        : id == END
                                                ? ">"
                                                : id == house ? "h" : id == comma ? "," : "?")
                .collect(Collectors.joining());
    }

    private static long[] framedByTheLibrary(String prompt, int length) throws IOException {
        try (HuggingFaceTokenizer library =
                HuggingFaceTokenizer.builder()
                        .optTokenizerPath(FILE)
                        .optPadding(false)
                        .optTruncation(true)
                        .optMaxLength(length)
                        .build()) {
            long[] ids = library.encode(prompt).getIds();
            return IntStream.range(0, length)
                    .mapToLong(index -> index < ids.length ? ids[index] : END)
                    .toArray();
        }
    }
}
