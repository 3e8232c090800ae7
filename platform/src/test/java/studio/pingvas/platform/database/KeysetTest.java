package studio.pingvas.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
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

    @Test
    void timesThatTheDatabaseDoesNotKnowAreNoPlaces() {
        for (long micros : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            byte[] bytes = ByteBuffer.allocate(24).putLong(micros).putLong(1).putLong(2).array();
            String cursor = Base64.getUrlEncoder().encodeToString(bytes);
            assertThatThrownBy(() -> Keyset.decode(cursor))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
