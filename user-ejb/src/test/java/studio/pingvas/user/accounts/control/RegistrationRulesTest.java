package studio.pingvas.user.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.user.Registration;

class RegistrationRulesTest {
    private static final String PASSWORD = "long enough";

    @Test
    void languageIsOneThatMailsAreWrittenIn() {
        Registration korean = new Registration("ann@example.test", PASSWORD, "Ann", "ko");

        assertThat(RegistrationRules.accept(korean).language()).isEqualTo("ko");
        assertThat(pointersOf(new Registration("ann@example.test", PASSWORD, "Ann", "fr")))
                .containsExactly("/language");
    }

    @Test
    void addressIsKeptInLowerCaseAndTheNameWithoutOuterSpaces() {
        Registration accepted =
                RegistrationRules.accept(
                        new Registration("Ann.Lee@Example.TEST", PASSWORD, " Ann Lee "));
        assertThat(accepted.email()).isEqualTo("ann.lee@example.test");
        assertThat(accepted.displayName()).isEqualTo("Ann Lee");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThat(pointersOf(new Registration(null, null, null)))
                .containsExactly("/email", "/password", "/display_name");
        assertThat(pointersOf(new Registration("no", "short", " ")))
                .containsExactly("/email", "/password", "/display_name");
    }

    @Test
    void passwordFollowsTheRulesOfPasswords() {
        assertThat(isAccepted("a@b.test", "xk7Rtq9v", "Ann")).isTrue();
        assertThat(isAccepted("a@b.test", "xk7Rtq9", "Ann")).isFalse();
        assertThat(isAccepted("a@b.test", "x".repeat(8), "Ann")).isFalse();
        assertThat(isAccepted("gardenias@b.test", "gardenias1", "Ann")).isFalse();
    }

    @Test
    void nameHasOneTo100Characters() {
        assertThat(isAccepted("a@b.test", PASSWORD, "안녕하세요 😀")).isTrue();
        assertThat(isAccepted("a@b.test", PASSWORD, "x".repeat(100))).isTrue();
        assertThat(isAccepted("a@b.test", PASSWORD, "x".repeat(101))).isFalse();
        assertThat(isAccepted("a@b.test", PASSWORD, "line\nbreak")).isFalse();
        assertThat(isAccepted("a@b.test", PASSWORD, "nul\0")).isFalse();
        assertThat(isAccepted("a@b.test", PASSWORD, "half \ud800 pair")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@b.test",
                "ann@localhost",
                "a b@c.test",
                "ann@b..test",
                "ann@-b.test",
                "ann@b.test ",
                "ann@b.test\n",
                "ann@b.test\0",
                "<ann@b.test>"
            })
    void notAnAddress(String email) {
        assertThat(RegistrationRules.isEmail(email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo@studio.local", "a+b@c.co.uk", "o'neil@example.test"})
    void anAddress(String email) {
        assertThat(RegistrationRules.isEmail(email)).isTrue();
    }

    @Test
    void addressHasAtMost255Characters() {
        String domain = ("d".repeat(60) + ".").repeat(4) + "test";
        assertThat(RegistrationRules.isEmail("a".repeat(254 - domain.length()) + "@" + domain))
                .isTrue();
        assertThat(RegistrationRules.isEmail("a".repeat(255 - domain.length()) + "@" + domain))
                .isFalse();
    }

    private static boolean isAccepted(String email, String password, String name) {
        try {
            RegistrationRules.accept(new Registration(email, password, name));
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    private static List<String> pointersOf(Registration registration) {
        List<String> pointers = new java.util.ArrayList<>();
        assertThatThrownBy(() -> RegistrationRules.accept(registration))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused ->
                                refused.violations()
                                        .forEach(found -> pointers.add(found.pointer())));
        return pointers;
    }
}
