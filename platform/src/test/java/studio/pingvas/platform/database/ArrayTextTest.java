package studio.pingvas.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayTextTest {
    private enum Colour {
        DARK_RED
    }

    @Test
    void idsNumbersAndConstantsStandAsTheyAre() {
        UUID id = new UUID(1, 2);

        assertThat(ArrayText.of(List.of(id, -3, 1.5e-10, Colour.DARK_RED)))
                .isEqualTo("{00000000-0000-0001-0000-000000000002,-3,1.5E-10,DARK_RED}");
    }

    @Test
    void ofNothingIsAnEmptyArray() {
        assertThat(ArrayText.of(List.of())).isEqualTo("{}");
    }

    @Test
    void columnHasAPlaceForEachRow() {
        List<String> rows = Arrays.asList("one", "", "three");

        assertThat(ArrayText.ofColumn(rows, row -> row.isEmpty() ? null : row.length()))
                .isEqualTo("{3,NULL,5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a,b", "{a}", "a b", "\"a\"", "a\\", "null", "NULL", "a\n"})
    void textThatTheDatabaseWouldReadAsSomethingElseIsRefused(String text) {
        assertThatThrownBy(() -> ArrayText.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
