package studio.pingvas.user.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.RateLimitedException;
import studio.pingvas.user.UsersDatabase;
import studio.pingvas.user.sessions.SessionFixture;

class SignInFailuresTest {
    private static final String ANN = "ann@example.test";

    private final SignInFailures failures = LimitFixture.failures();

    @BeforeEach
    void forgetAll() {
        UsersDatabase.empty();
    }

    @Test
    void fiveFailuresAreFreeAndThenTheDelayDoubles() {
        fail(4);
        assertThatCode(() -> failures.requireNoDelay(ANN)).doesNotThrowAnyException();
        fail(1);
        assertThat(delay(ANN)).isBetween(28L, 30L);
        fail(1);
        assertThat(delay("ANN@example.test")).isBetween(58L, 60L);
        fail(1);
        assertThat(delay(ANN)).isBetween(118L, 120L);
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        fail(200);
        assertThat(delay(ANN)).isBetween(890L, 900L);
    }

    @Test
    void delayEnds() {
        fail(5);
        UsersDatabase.execute("UPDATE sign_in_failure SET blocked_until = now()");
        assertThatCode(() -> failures.requireNoDelay(ANN)).doesNotThrowAnyException();
    }

    @Test
    void oldFailuresDoNotCount() {
        fail(4);
        UsersDatabase.execute("UPDATE sign_in_failure SET last_at = now() - interval '16 minutes'");
        fail(4);
        assertThatCode(() -> failures.requireNoDelay(ANN)).doesNotThrowAnyException();
        fail(10);
        UsersDatabase.execute("UPDATE sign_in_failure SET last_at = now() - interval '61 minutes'");
        fail(1);
        assertThatCode(() -> failures.requireNoDelay(ANN)).doesNotThrowAnyException();
        assertThat(UsersDatabase.query("SELECT failures FROM sign_in_failure", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whoeverWaitedOutADelayIsNotFreeAgain() {
        fail(5);
        UsersDatabase.execute(
                "UPDATE sign_in_failure SET last_at = now() - interval '20 minutes',"
                        + " blocked_until = now()");
        fail(1);
        assertThat(delay(ANN)).isBetween(58L, 60L);
    }

    @Test
    void rightPasswordForgetsThem() {
        fail(7);
        failures.forget(ANN);
        assertThatCode(() -> failures.requireNoDelay(ANN)).doesNotThrowAnyException();
    }

    @Test
    void onlyFailuresOfAnAccountAreInTheAuditLog() {
        fail(3);
        assertThat(count("security_event")).isZero();
        failures.note(ANN, UUID.randomUUID(), SessionFixture.DEVICE);
        assertThat(count("security_event")).isEqualTo(1);
    }

    @Test
    void oldRowsAreDeleted() {
        fail(1);
        assertThat(failures.deleteOld()).isZero();
        UsersDatabase.execute("UPDATE sign_in_failure SET last_at = now() - interval '25 hours'");
        assertThat(failures.deleteOld()).isEqualTo(1);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failures.note(ANN, null, SessionFixture.DEVICE);
        }
    }

    private long delay(String email) {
        return catchThrowableOfType(
                        RateLimitedException.class, () -> failures.requireNoDelay(email))
                .retryAfter()
                .orElseThrow()
                .toSeconds();
    }

    private static long count(String table) {
        return UsersDatabase.query("SELECT count(*) FROM " + table, Long.class);
    }
}
