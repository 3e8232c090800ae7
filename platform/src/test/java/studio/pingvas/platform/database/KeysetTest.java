package studio.pingvas.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysetTest {
    @Test
    void survivesTheRoundTripToTheMicrosecond() {
        Keyset keyset =
                new Keyset(
                        Instant.parse("2026-01-02T03:04:05.678901Z"), new UUID(-1, Long.MIN_VALUE));

        assertThat(Keyset.decode(keyset.encode())).isEqualTo(keyset);
    }

    @Test
    void refusesWhatIsNoCursor() {
        assertThatThrownBy(() -> Keyset.decode("abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Keyset.decode("%%%")).isInstanceOf(IllegalArgumentException.class);
    }
}
