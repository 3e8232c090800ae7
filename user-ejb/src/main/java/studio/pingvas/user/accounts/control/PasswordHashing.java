package studio.pingvas.user.accounts.control;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import studio.pingvas.contracts.UnavailableException;

/**
 * Argon2id with the second set of parameters that OWASP's Password Storage Cheat Sheet names. Each
 * computation takes one core and 19 MiB for its whole time, so no more run at once than there are
 * cores; others wait, and a flood of sign-ins costs waiting and not memory.
 */
@ApplicationScoped
public class PasswordHashing {
    private static final int MEMORY_KIB = 19456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Argon2Function function =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodysHash = hash("nobody has this password");

    /** In PHC form, with its salt and parameters. */
    public String hash(String password) {
        return onACore(
                () ->
                        Password.hash(normalized(password))
                                .addRandomSalt(SALT_BYTES)
                                .with(function)
                                .getResult());
    }

    /**
     * @param hash empty if there is no account or it has no password: that takes as long as a wrong
     *     password does
     */
    public boolean matches(String password, Optional<String> hash) {
        return matches(password, hash, () -> {}, () -> {});
    }

    /**
     * As above, for callers who count failures: many who come at once are let in one after another,
     * and whoever is let in knows of the failures of all who have left.
     *
     * @param gate asked when it is this caller's turn
     * @param onMismatch done before the turn is over
     */
    public boolean matches(
            String password, Optional<String> hash, Runnable gate, Runnable onMismatch) {
        String compared = hash.orElse(nobodysHash);
        return onACore(
                () -> {
                    gate.run();
                    boolean equal =
                            Password.check(normalized(password), compared)
                                    .with(Argon2Function.getInstanceFromHash(compared));
                    boolean right = equal && hash.isPresent();
                    if (!right) {
                        onMismatch.run();
                    }
                    return right;
                });
    }

    /** The same text typed on two machines can arrive in two encodings of its accents. */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T onACore(Supplier<T> computation) {
        if (!isMyTurnInTime()) {
            throw new UnavailableException("Too many people sign in at the moment. Try again.");
        }
        try {
            return computation.get();
        } finally {
            cores.release();
        }
    }

    private boolean isMyTurnInTime() {
        try {
            return cores.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
