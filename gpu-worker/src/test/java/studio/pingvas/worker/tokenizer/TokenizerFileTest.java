package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.Demonstration;
import studio.pingvas.worker.fuzz.FuzzRun;

/** The native library ends the process on nearly all of these. */
class TokenizerFileTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path FILE =
            Demonstration.MODELS.resolve(Demonstration.MODEL).resolve("tokenizer.json");

    @TempDir Path folder;

    @Test
    void tokenizerOfTheDemonstrationIsRight() {
        assertThatCode(() -> TokenizerFile.require(FILE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"model\": {}}",
                "{} {}",
                "{\"a\":1,\"a\":1}"
            })
    void whatIsNoTokenizerIsRefused(String json) {
        assertThatThrownBy(() -> TokenizerFile.require(bytes(json)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "/normalizer ! {\"type\":\"Precompiled\",\"precompiled_charsmap\":\"AAAA\"} ! cut"
                        + " off",
                "/normalizer !"
                    + " {\"type\":\"Replace\",\"pattern\":{\"String\":\"\"},\"content\":\"b\"} !"
                    + " empty",
                "/normalizer !"
                    + " {\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"123456789\"}"
                    + " ! long",
                "/normalizer ! {\"type\":\"Prepend\",\"prepend\":\"\"} ! prepends nothing",
                "/normalizer ! {\"type\":\"Prepend\",\"prepend\":\"123456789\"} ! long",
                "/normalizer ! {\"type\":\"Magic\"} ! Magic",
                "/normalizer ! {\"str_rep\":\"_\"} ! not known",
                "/normalizer !"
                    + " {\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Sequence\",\"normalizers\":[]}]}"
                    + " ! Sequence",
                "/pre_tokenizer ! {\"type\":\"FixedLength\",\"length\":0} ! FixedLength",
                "/pre_tokenizer ! {\"type\":\"Split\",\"pattern\":{\"Regex\":\"(a|aa)+\"}} ! too"
                        + " long",
                "/pre_tokenizer ! {\"type\":\"Split\",\"pattern\":{\"Regex\":7}} ! not a text",
                "/decoder ! {\"type\":\"Replace\",\"pattern\":{\"Regex\":\"(a+)+\"}} ! too long",
                "/post_processor !"
                    + " {\"type\":\"TemplateProcessing\",\"single\":[{\"Sequence\":{\"id\":\"B\"}}]}"
                    + " ! template",
                "/post_processor ! {\"type\":\"TemplateProcessing\",\"single\":[]} ! 0 times",
                "/post_processor !"
                    + " {\"type\":\"TemplateProcessing\",\"single\":[{\"SpecialToken\":{\"id\":\"X\"}}]}"
                    + " ! a token of its template",
                "/truncation/stride ! 31 ! stride",
                "/model/continuing_subword_prefix ! \"##\" ! prefix",
                "/model/end_of_word_suffix ! \"12345678901234567\" ! suffix",
                "/model/dropout ! 0.5 ! chance",
                "/model/type ! \"Other\" ! none of",
                "/model/vocab ! {} ! no vocabulary",
            })
    void partsThatTheLibraryCannotBearAreRefused(String place, String value, String complaint)
            throws IOException {
        assertRefused(with(place, MAPPER.readTree(value)), complaint);
    }

    @Test
    void textsThatGrowStepByStepAreRefused() throws IOException {
        JsonNode step =
                MAPPER.readTree(
                        "{\"type\":\"Replace\",\"pattern\":{\"String\":\"a\"},\"content\":\"aaa\"}");

        assertRefused(with("/normalizer", sequence("normalizers", step, 2)), "longer");
    }

    @Test
    void endlessStepsAreRefused() throws IOException {
        JsonNode step = MAPPER.readTree("{\"type\":\"NFKD\"}");

        assertRefused(with("/normalizer", sequence("normalizers", step, 17)), "17 steps");
    }

    @Test
    void severalFramesAreRefused() throws IOException {
        JsonNode step = MAPPER.readTree("{\"type\":\"BertProcessing\"}");

        assertRefused(with("/post_processor", sequence("processors", step, 2)), "more than once");
    }

    @Test
    void tensOfThousandsOfAddedTokensAreRefused() throws IOException {
        ArrayNode tokens = MAPPER.createArrayNode();
        for (int i = 0; i < 8193; i++) {
            tokens.addObject().put("id", i);
        }

        assertRefused(with("/added_tokens", tokens), "8193 tokens");
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused(bytes("{\"model\":".repeat(100_000)), "nesting depth");
        assertRefused(bytes("{\"model\":" + "[".repeat(100_000)), "nesting depth");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        byte[] json = Files.readString(FILE).getBytes(StandardCharsets.UTF_16BE);

        assertRefused(json, "UTF-8");
    }

    @Test
    void fileOfManyMegabytesIsRefused() {
        assertRefused(new byte[(64 << 20) + 1], "larger");
    }

    @Test
    void tokenizerThatFailsOnUnknownWordsIsRefusedWhenItIsLoaded() throws IOException {
        byte[] json =
                with(
                        "/model",
                        MAPPER.readTree(
                                "{\"type\":\"Unigram\",\"unk_id\":null,\"vocab\":[[\"b\",-1.0]]}"));
        Path file = Files.write(folder.resolve("tokenizer.json"), json);

        assertThatThrownBy(() -> PromptTokenizer.load(file, 32, 0).close())
                .hasMessageContaining("unk_id");
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        FuzzRun.Outcome outcome =
                new FuzzRun(2_000, 16 << 20, 2_000)
                        .run(
                                List.of(Files.readAllBytes(FILE), shortened()),
                                IllegalArgumentException.class,
                                TokenizerFile::require);

        assertThat(outcome.read()).isPositive();
        assertThat(outcome.refused()).isPositive();
    }

    /** Little vocabulary, so that most damage hits something else. */
    private static byte[] shortened() throws IOException {
        return with(
                "/model",
                MAPPER.readTree("{\"type\":\"BPE\",\"vocab\":{\"a\":0,\"b\":1},\"merges\":[]}"));
    }

    private static byte[] with(String place, JsonNode value) throws IOException {
        JsonNode json = MAPPER.readTree(FILE.toFile());
        int end = place.lastIndexOf('/');
        ((ObjectNode) json.at(place.substring(0, end))).set(place.substring(end + 1), value);
        return MAPPER.writeValueAsBytes(json);
    }

    private static ObjectNode sequence(String list, JsonNode step, int times) {
        ObjectNode sequence = MAPPER.createObjectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray(list);
        for (int i = 0; i < times; i++) {
            steps.add(step);
        }
        return sequence;
    }

    private static void assertRefused(byte[] json, String complaint) {
        assertThatThrownBy(() -> TokenizerFile.require(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
