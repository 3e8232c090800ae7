package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;

class IdempotencyKeyTest {
    private static final UUID CALLER = UUID.randomUUID();

    @Test
    void aKeyIsReadWithAndWithoutQuotes() {
        assertThat(IdempotencyKey.parse(" \"a b\" ")).isEqualTo("a b");
        assertThat(IdempotencyKey.parse("a b")).isEqualTo("a b");
        assertThat(IdempotencyKey.parse("\"")).isEqualTo("\"");
        assertThat(IdempotencyKey.parse(null)).isNull();
    }

    @Test
    void aKeyNamesOneIdForEachCallerAndRoute() {
        UUID id = IdempotencyKey.idFor(CALLER, "adjustments", "k");
        assertThat(IdempotencyKey.idFor(CALLER, "adjustments", "\"k\"")).isEqualTo(id);
        assertThat(IdempotencyKey.idFor(CALLER, "adjustments", "l")).isNotEqualTo(id);
        assertThat(IdempotencyKey.idFor(CALLER, "packs", "k")).isNotEqualTo(id);
        assertThat(IdempotencyKey.idFor(UUID.randomUUID(), "adjustments", "k")).isNotEqualTo(id);
    }

    @Test
    void withoutAKeyEveryCommandIsANewOne() {
        assertThat(IdempotencyKey.idFor(CALLER, "adjustments", null))
                .isNotEqualTo(IdempotencyKey.idFor(CALLER, "adjustments", null));
    }

    @Test
    void aKeyHasBounds() {
        assertThatThrownBy(() -> IdempotencyKey.idFor(CALLER, "adjustments", " "))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> IdempotencyKey.idFor(CALLER, "adjustments", "x".repeat(256)))
                .isInstanceOf(InvalidRequestException.class);
    }
}
