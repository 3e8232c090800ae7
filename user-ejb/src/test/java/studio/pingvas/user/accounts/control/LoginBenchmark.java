package studio.pingvas.user.accounts.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.pingvas.platform.benchmark.Load;
import studio.pingvas.platform.benchmark.Machine;

/**
 * {@code ./studio bench login}: the part of a sign-in that is expensive on purpose. More at once
 * than there are cores would only wait, or be refused.
 */
class LoginBenchmark {
    private static final Duration LENGTH = Duration.ofSeconds(5);

    @Test
    void measure() throws Exception {
        PasswordHashing hashing = new PasswordHashing();
        Optional<String> hash = Optional.of(hashing.hash("correct horse battery staple"));
        System.out.println(Machine.describe());
        System.out.println();
        System.out.println(Load.header());
        for (int users : List.of(1, Runtime.getRuntime().availableProcessors())) {
            Load load =
                    Load.of(
                            users,
                            LENGTH,
                            number -> () -> hashing.matches("wrong horse", hash),
                            () -> Duration.ZERO);
            System.out.println(load.line("compare a password (Argon2id)"));
        }
    }
}
