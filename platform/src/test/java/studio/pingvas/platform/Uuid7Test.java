package studio.pingvas.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    @Test
    void carriesVersionVariantAndTime() {
        UUID id = Uuid7.create(0x0123456789ABL, -1L, -1L);

        assertThat(id).hasToString("01234567-89ab-7fff-bfff-ffffffffffff");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void laterIdsSortAfterEarlierOnes() {
        String earlier = Uuid7.create(1_000, 5, 5).toString();
        String later = Uuid7.create(1_001, 0, 0).toString();

        assertThat(later).isGreaterThan(earlier);
    }

    @Test
    void aPartHasAlwaysTheSameIdOfItsOwn() {
        UUID whole = Uuid7.create();
        Instant at = Instant.ofEpochMilli(0x0123456789ABL);

        assertThat(Uuid7.derive(whole, 0, at)).isEqualTo(Uuid7.derive(whole, 0, at));
        assertThat(Uuid7.derive(whole, 0, at)).isNotEqualTo(Uuid7.derive(whole, 1, at));
        assertThat(Uuid7.derive(whole, 0, at)).isNotEqualTo(Uuid7.derive(Uuid7.create(), 0, at));
        assertThat(Uuid7.derive(whole, 0, at).toString()).startsWith("01234567-89ab-7");
    }
}
