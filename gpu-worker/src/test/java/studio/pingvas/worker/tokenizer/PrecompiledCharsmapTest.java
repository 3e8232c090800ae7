package studio.pingvas.worker.tokenizer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecompiledCharsmapTest {
    private static final int LETTER = 'x';
    private static final int CHILDREN = 256;
    private static final int LEAF = 512;
    private static final byte[] TEXTS = "ab\0é\0".getBytes(StandardCharsets.UTF_8);

    private final int[] units = new int[1024];

    /** A trie of one letter whose text is the second. */
    @BeforeEach
    void build() {
        units[0] = offset(CHILDREN);
        units[CHILDREN ^ LETTER] = LETTER | 1 << 8 | offset(CHILDREN ^ LETTER ^ LEAF);
        units[LEAF] = 1 << 31 | 3;
    }

    @Test
    void soundTableIsTaken() {
        assertThatCode(() -> PrecompiledCharsmap.require(table())).doesNotThrowAnyException();
    }

    @Test
    void stepOutOfTheTableIsRefused() {
        units[0] = offset(1024);

        assertRefused("leads out");
    }

    @Test
    void leafOutOfTheTableIsRefused() {
        units[CHILDREN ^ LETTER] = LETTER | 1 << 8 | offset(1 << 20);

        assertRefused("leads out");
    }

    @ParameterizedTest
    @CsvSource({"4", "7", "2147483647"})
    void textThatDoesNotBeginThereIsRefused(int text) {
        units[LEAF] = 1 << 31 | text;

        assertRefused("beyond its texts");
    }

    @ParameterizedTest
    @CsvSource({"0", "-4", "3", "1000000", "2147483644"})
    void lengthThatCannotBeIsRefused(int length) {
        byte[] bytes = Base64.getDecoder().decode(table());
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, length);

        assertThatThrownBy(
                        () ->
                                PrecompiledCharsmap.require(
                                        Base64.getEncoder().encodeToString(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void textsThatAreNoTextAreRefused() {
        byte[] bytes = Base64.getDecoder().decode(table());
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThatThrownBy(
                        () ->
                                PrecompiledCharsmap.require(
                                        Base64.getEncoder().encodeToString(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no text");
    }

    private void assertRefused(String complaint) {
        assertThatThrownBy(() -> PrecompiledCharsmap.require(table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static int offset(int value) {
        return value < 1 << 20 ? value << 10 : value >> 8 << 10 | 1 << 9;
    }

    private String table() {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 + 4 * units.length + TEXTS.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(4 * units.length);
        for (int unit : units) {
            bytes.putInt(unit);
        }
        return Base64.getEncoder().encodeToString(bytes.put(TEXTS).array());
    }
}
