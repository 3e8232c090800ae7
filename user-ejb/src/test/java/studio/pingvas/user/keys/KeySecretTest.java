package studio.pingvas.user.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    @Test
    void freshKeysAreWellFormedAndAllDifferent() {
        assertThat(Stream.generate(KeySecret::create).limit(1000))
                .allMatch(KeySecret::isMeant)
                .allMatch(KeySecret::isWellFormed)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMistypedCharacterIsNoticed() {
        String secret = KeySecret.create();
        for (int i = 4; i < secret.length(); i++) {
            char other = secret.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = secret.substring(0, i) + other + secret.substring(i + 1);
            assertThat(KeySecret.isWellFormed(mistyped)).as(mistyped).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "psk_", "psk_\0", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"})
    void otherTextsAreNoKeys(String text) {
        assertThat(KeySecret.isWellFormed(text)).isFalse();
    }

    @Test
    void prefixTellsAKeyAndNotItsSecret() {
        assertThat(KeySecret.prefixOf(KeySecret.create())).startsWith("psk_").hasSize(12);
    }
}
