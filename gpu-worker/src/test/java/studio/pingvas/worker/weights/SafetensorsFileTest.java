package studio.pingvas.worker.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.worker.tensor.Shape;

class SafetensorsFileTest {
    private static final String ONE = "{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

    @TempDir Path folder;

    @Test
    void numbersOfEveryTypeAreRead() throws IOException {
        byte[] bytes =
                new SafetensorsWriter()
                        .floats("f32", Shape.of(2, 1), 1.5f, -2)
                        .bfloats("bf16", Shape.of(3), 0.5f, -0f, 3.140625f)
                        .halves("f16", Shape.of(2), (short) 0x3C00, (short) 0x8001)
                        .tensor("f64", "F64", Shape.of(), little(8).putDouble(0.1).array())
                        .tensor("i64", "I64", Shape.of(), little(8).putLong(-16).array())
                        .metadata("a", "b")
                        .bytes();
        try (SafetensorsFile file = open(bytes)) {
            assertThat(numbers(file, "f32")).containsExactly(1.5f, -2);
            assertThat(numbers(file, "bf16")).containsExactly(0.5f, -0f, 3.140625f);
            assertThat(numbers(file, "f16")).containsExactly(1, -0x1p-24f);
            assertThat(numbers(file, "f64")).containsExactly(0.1f);
            assertThat(numbers(file, "i64")).containsExactly(-16);
            assertThat(file.tensors().get("f32").shape()).isEqualTo(Shape.of(2, 1));
            assertThat(file.metadata("a")).contains("b");
            assertThat(file.metadata("c")).isEmpty();
        }
    }

    @Test
    void tensorLargerThanOnePieceIsReadWhole() throws IOException {
        float[] values = new float[100_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        try (SafetensorsFile file =
                open(new SafetensorsWriter().floats("x", Shape.of(100_001), values).bytes())) {
            assertThat(numbers(file, "x")).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(float value) throws IOException {
        try (SafetensorsFile file =
                open(new SafetensorsWriter().floats("x", Shape.of(2), 1, value).bytes())) {
            assertThatThrownBy(() -> numbers(file, "x"))
                    .isInstanceOf(LoraInvalidException.class)
                    .hasMessageContaining("NaN");
        }
    }

    @Test
    void fileThatShrinksWhileItIsReadIsAnAccident() throws IOException {
        Path path = folder.resolve("shrinks");
        Files.write(path, new SafetensorsWriter().floats("x", Shape.of(2), 1, 2).bytes());
        try (SafetensorsFile file = SafetensorsFile.open("shrinks", path)) {
            Files.write(path, new byte[20]);

            assertThatThrownBy(() -> numbers(file, "x")).isInstanceOf(IOException.class);
        }
    }

    /** 2^63 and 2^64 - 1 are negative numbers to Java. */
    @ParameterizedTest
    @ValueSource(
            longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE, 100_000_001, 100_000_000, 1 << 20, 0, 1})
    void lengthOfTheHeaderThatCannotBeIsRefused(long length) {
        byte[] bytes = new SafetensorsWriter().floats("x", Shape.of(2), 1, 2).bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);

        assertInvalid(bytes, "header");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 9, 60, -1})
    void fileThatIsCutOffIsRefused(int length) {
        byte[] whole = new SafetensorsWriter().floats("x", Shape.of(2), 1, 2).bytes();

        assertInvalid(Arrays.copyOf(whole, length < 0 ? whole.length - 1 : length), "");
    }

    @Test
    void bytesAfterTheLastTensorAreRefused() {
        byte[] whole = new SafetensorsWriter().floats("x", Shape.of(2), 1, 2).bytes();

        assertInvalid(Arrays.copyOf(whole, whole.length + 1), "longer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | damaged",
                "{'x':1} | damaged",
                "{'x':{}} | damaged",
                "{'x':{'dtype':'F32','shape':[2]}} | damaged",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | damaged",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}} | damaged",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'extra':1}} | damaged",
                "{'x':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | damaged",
                "{'x':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}} | damaged",
                "{'x':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}} | damaged",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,99999999999999999999]}} |"
                        + " damaged",
                "{'x':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}} | damaged",
                "{'x':ONE,'x':ONE} | damaged",
                "{'x':ONE} {} | damaged",
                "{'x':ONE | damaged",
                "{'x':ONE,'__metadata__':{'a':1}} | damaged",
                "{'x':ONE,'__metadata__':{'a':{'b':{'c':{'d':'e'}}}}} | damaged",
                "{'x':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | empty or too large",
                "{'x':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}} | empty or too large",
                "{'x':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}} | too"
                        + " large",
                "{'x':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | does not lie",
                "{'x':{'dtype':'F16','shape':[2],'data_offsets':[0,8]}} | does not lie",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | does not lie",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}} | does not lie",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | does not follow",
                "{'x':ONE,'y':ONE} | does not follow",
                "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | longer",
                "{'x':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}} | cut off",
                "{} | longer",
                "{'x':{'dtype':'I8','shape':[8],'data_offsets':[0,8]}} | only F32, F16 and BF16",
                "{'x':{'dtype':'F8_E4M3','shape':[8],'data_offsets':[0,8]}} | F8_E4M3",
            })
    void headerThatIsNotRightIsRefused(String header, String complaint) {
        String json = header.replace("ONE", ONE).replace('\'', '"');

        assertInvalid(SafetensorsWriter.bytes(json, new byte[8]), complaint);
    }

    @Test
    void headerThatIsNoUtf8IsRefused() {
        String json = ("{'\u00e9':" + ONE + "}").replace('\'', '"');
        byte[] latin = json.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = little(8 + latin.length + 8).putLong(latin.length).put(latin).array();

        assertInvalid(file, "damaged");
    }

    @Test
    void deepHeaderIsRefused() {
        assertInvalid(SafetensorsWriter.bytes("[".repeat(1_000_000), new byte[0]), "damaged");
        assertInvalid(SafetensorsWriter.bytes("{\"x\":".repeat(100_000), new byte[0]), "damaged");
    }

    @Test
    void headerOfTooManyTensorsIsRefused() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i <= 100_000; i++) {
            json.append(
                    "\"%d\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[%d,%d]},"
                            .formatted(i, 2 * i, 2 * i + 2));
        }

        assertInvalid(SafetensorsWriter.bytes(json + "}", new byte[200_002]), "more than 100000");
    }

    /** Names end up in sentences, logs and messages. */
    @Test
    void namesAreQuotedHarmlessly() {
        String json =
                "{\"<b>\\n\\u202e%s\":{\"dtype\":\"I8\",\"shape\":[8],\"data_offsets\":[0,8]}}"
                        .formatted("x".repeat(500));

        assertThatThrownBy(() -> open(SafetensorsWriter.bytes(json, new byte[8])))
                .hasMessageContaining("\"?b???xxx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    private void assertInvalid(byte[] bytes, String complaint) {
        assertThatThrownBy(() -> open(bytes).close())
                .isInstanceOfSatisfying(
                        LoraInvalidException.class,
                        e -> assertThat(e.code()).isEqualTo("lora-invalid"))
                .hasMessageStartingWith("The LoRA \"some\" cannot be used: ")
                .hasMessageContaining(complaint);
    }

    private SafetensorsFile open(byte[] bytes) throws IOException {
        return SafetensorsFile.open("some", Files.write(folder.resolve("some"), bytes));
    }

    private static float[] numbers(SafetensorsFile file, String name) throws IOException {
        StoredTensor tensor = file.tensors().get(name);
        float[] numbers = new float[tensor.shape().elements()];
        file.read(tensor, FloatBuffer.wrap(numbers));
        return numbers;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
