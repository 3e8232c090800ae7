package studio.pingvas.user.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing passwords = new PasswordHashing();

    @Test
    void hashIsArgon2idWithTheParametersWeName() {
        assertThat(passwords.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void samePasswordHashesDifferentlyEachTime() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void onlyTheRightPasswordMatches() {
        Optional<String> hash = Optional.of(passwords.hash("correct horse"));
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("Correct horse", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void accentsMatchHoweverTheyWereEncoded() {
        Optional<String> hash = Optional.of(passwords.hash("caf\u00e9 au lait"));
        assertThat(passwords.matches("cafe\u0301 au lait", hash)).isTrue();
    }

    @Test
    void nobodyMatchesNoPassword() {
        assertThat(passwords.matches("nobody has this password", Optional.empty())).isFalse();
    }

    @Test
    void unknownAccountTakesAsLongAsAWrongPassword() {
        Optional<String> hash = Optional.of(passwords.hash("correct horse"));
        long known = nanosOf(() -> passwords.matches("wrong", hash));
        long unknown = nanosOf(() -> passwords.matches("wrong", Optional.empty()));
        // The point is that a hash is computed at all: without it the ratio is in the thousands.
        assertThat((double) unknown / known).isBetween(0.1, 10.0);
    }

    private static long nanosOf(Runnable work) {
        work.run();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
