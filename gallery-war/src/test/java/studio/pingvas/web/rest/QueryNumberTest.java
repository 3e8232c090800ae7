package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;

class QueryNumberTest {
    @Test
    void whatIsNotGivenIsTheDefault() {
        assertThat(QueryNumber.of("limit", null, 50)).isEqualTo(50);
        assertThat(QueryNumber.of("limit", "", 50)).isEqualTo(50);
        assertThat(QueryNumber.of("limit", "7", 50)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", " 7", "99999999999"})
    void whatIsNoWholeNumberIsAnInvalidRequest(String text) {
        assertThatThrownBy(() -> QueryNumber.of("limit", text, 50))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.details().toString()).contains("/limit"));
    }
}
