package studio.pingvas.user.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.NewApiKey;

class KeyRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Set<ApiScope> READ = Set.of(ApiScope.READ);

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        InvalidRequestException refusal = refusalOf(new NewApiKey(" ", Set.of(), 0L, NOW), "user");
        assertThat(refusal.violations())
                .extracting(Violation::pointer)
                .containsExactly("/name", "/scopes", "/credits_per_day", "/expires_at");
    }

    @Test
    void onlyAdministratorsGetTheScopeAdmin() {
        NewApiKey key = new NewApiKey("CI", Set.of(ApiScope.ADMIN), null, null);
        assertThat(refusalOf(key, "user").violations())
                .extracting(Violation::pointer)
                .containsExactly("/scopes");
        assertThatCode(() -> KeyRules.check(key, Set.of("user", "admin"), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void keyThatOutlivesEveryServerIsRefused() {
        NewApiKey key = new NewApiKey("CI", READ, null, Instant.MAX);
        assertThat(refusalOf(key, "user").violations())
                .extracting(Violation::pointer)
                .containsExactly("/expires_at");
    }

    @Test
    void limitsThemselvesAreAllowed() {
        assertThatCode(
                        () ->
                                KeyRules.check(
                                        new NewApiKey("n", READ, 1L, NOW.plusSeconds(1)),
                                        Set.of("user"),
                                        NOW))
                .doesNotThrowAnyException();
    }

    private static InvalidRequestException refusalOf(NewApiKey key, String role) {
        return catchThrowableOfType(
                InvalidRequestException.class, () -> KeyRules.check(key, Set.of(role), NOW));
    }
}
