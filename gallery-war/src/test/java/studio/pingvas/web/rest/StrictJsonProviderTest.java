package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.NoContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;

class StrictJsonProviderTest {
    record Lora(String id, double weight) {}

    record Order(String prompt, int steps, Long seed, UUID boardId, List<Lora> loras) {}

    @Test
    void recordIsReadFromSnakeCase() throws IOException {
        Order order =
                read(
                        """
                        {"prompt":"a lighthouse","steps":20,
                         "board_id":"0190d3f0-0000-7000-8000-000000000000",
                         "loras":[{"id":"x","weight":0.5}]}\
                        """);
        assertThat(order.steps()).isEqualTo(20);
        assertThat(order.seed()).isNull();
        assertThat(order.boardId().version()).isEqualTo(7);
        assertThat(order.loras().get(0).weight()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prompt\":\"x\",\"steps\":1,\"stpes\":2} | /stpes | Unknown field",
                "{\"prompt\":\"x\",\"steps\":\"many\"} | /steps | whole number",
                "{\"prompt\":\"x\",\"steps\":\"20\"} | /steps | whole number",
                "{\"prompt\":\"x\",\"steps\":1.5} | /steps | whole number",
                "{\"prompt\":\"x\",\"steps\":null} | /steps | whole number",
                "{\"prompt\":\"x\",\"steps\":99999999999} | /steps | ",
                "{\"prompt\":7,\"steps\":1} | /prompt | text",
                "{\"prompt\":[],\"steps\":1} | /prompt | text",
                "{\"prompt\":\"x\",\"steps\":1,\"board_id\":\"7\"} | /board_id | UUID",
                "{\"prompt\":\"x\",\"steps\":1,\"loras\":{}} | /loras | list",
                "{\"prompt\":\"x\",\"steps\":1,\"loras\":[{\"id\":\"a\",\"weight\":\"b\"}]}"
                        + " | /loras/0/weight | number",
                "[] | `` | object",
                "7 | `` | object",
                "\"x\" | `` | object",
                "null | `` | object",
                "{\"prompt\":\"x\" | `` | well-formed",
                "{\"prompt\":\"x\",,} | `` | well-formed",
                "{\"prompt\":\"x\",\"steps\":1} {} | `` | ",
                "hello | `` | well-formed"
            })
    void whatIsWrongIsNamedWithItsPlace(String json, String pointer, String detail) {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> read(json));
        Violation violation = refused.violations().get(0);
        assertThat(violation.pointer()).isEqualTo(pointer);
        if (detail != null) {
            assertThat(violation.detail()).contains(detail);
        }
        assertThat(violation.detail()).doesNotContain("java").doesNotContain("studio.pingvas");
    }

    @Test
    void emptyBodyIsNoContent() {
        Assertions.assertThatThrownBy(() -> read("")).isInstanceOf(NoContentException.class);
    }

    @Test
    void bodyThatGrowsTooLongIsCutOff() {
        String longText = "{\"prompt\":\"" + "x".repeat(BodyLimitFilter.MAX_BYTES) + "\"}";
        InputStream limited =
                new BodyLimitFilter.LimitedStream(stream(longText), BodyLimitFilter.MAX_BYTES);
        Assertions.assertThatThrownBy(() -> read(limited))
                .isInstanceOf(BodyLimitFilter.BodyTooLargeException.class);
    }

    @Test
    void bodyOfTheLimitItselfIsRead() throws IOException {
        String start = "{\"steps\":1,\"prompt\":\"";
        String text = start + "x".repeat(BodyLimitFilter.MAX_BYTES - start.length() - 2) + "\"}";
        Order order =
                read(new BodyLimitFilter.LimitedStream(stream(text), BodyLimitFilter.MAX_BYTES));
        assertThat(order.steps()).isEqualTo(1);
    }

    private static Order read(String json) throws IOException {
        return read(stream(json));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Order read(InputStream body) throws IOException {
        Class type = Order.class;
        return (Order)
                new StrictJsonProvider()
                        .readFrom(
                                type,
                                type,
                                new Annotation[0],
                                MediaType.APPLICATION_JSON_TYPE,
                                new MultivaluedHashMap<>(),
                                body);
    }
}
