package studio.pingvas.user.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final String EMAIL = "anna.berg@example.test";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1",
                "p@ssw0rd",
                "P4$$w0rd2024!",
                "passw0rd!!",
                "12345678",
                "1234567890",
                "87654321",
                "11111111",
                "aaaaaaaaaaaa",
                "abcabcabc",
                "123123123",
                "abcd1234",
                "abcdefgh1",
                "qwertyuiop",
                "qwerty123",
                "asdfghjkl",
                "asdf1234",
                "1qaz2wsx",
                "1q2w3e4r5t",
                "iloveyou",
                "iloveyou2",
                "letmein1",
                "trustno1!",
                "welcome2024",
                "football99",
                "superman1",
                "monkeydragon",
                "adminadmin",
                "changeme",
                "anna.berg",
                "Anna.Berg1990",
                "anna.berg@example.test"
            })
    void passwordThatIsTriedFirstIsRefused(String password) {
        assertThat(PasswordRules.problemOf(password, EMAIL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "long enough",
                "a long password",
                "xk7Rtq9v",
                "mountain river",
                "고양이가좋아요정말",
                "Zwölf Boxkämpfer",
                "my1234cat9876dog",
                "        x       y"
            })
    void otherPasswordIsTakenWhateverItIsMadeOf(String password) {
        assertThat(PasswordRules.problemOf(password, EMAIL)).isEmpty();
    }

    @Test
    void lengthIsEightTo256() {
        assertThat(PasswordRules.problemOf(null, EMAIL)).isPresent();
        assertThat(PasswordRules.problemOf("xk7Rtq9", EMAIL)).isPresent();
        assertThat(PasswordRules.problemOf("xk7Rtq9v ".repeat(28) + "abcd", EMAIL)).isEmpty();
        assertThat(PasswordRules.problemOf("xk7Rtq9v ".repeat(28) + "abcde", EMAIL)).isPresent();
    }

    @Test
    void endlessRepetitionIsJudgedQuickly() {
        assertThat(PasswordRules.problemOf("ab".repeat(128), EMAIL)).isPresent();
        assertThat(PasswordRules.problemOf("ab".repeat(124) + "xyz!9Q", EMAIL)).isNotNull();
    }

    @Test
    void unknownAddressIsNoHindrance() {
        assertThat(PasswordRules.problemOf("xk7Rtq9v", null)).isEmpty();
    }
}
