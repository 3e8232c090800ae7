package studio.pingvas.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTest {
    private static final UUID ID = UUID.randomUUID();
    private static final String SITE = "https://studio.example.test";

    @Test
    void bothLanguagesSayEverythingAndNothingElse() {
        Set<String> expected = new TreeSet<>(Set.of("greeting", "closing"));
        for (MailKind kind : MailKind.values()) {
            expected.add(kind.key() + ".subject");
            expected.add(kind.key() + ".text");
        }
        assertThat(MailTexts.keys("en")).isEqualTo(expected);
        assertThat(MailTexts.keys("ko")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindCarriesItsValuesInBothLanguagesAndBothForms(MailKind kind) {
        Map<String, String> values =
                kind.valueNames().stream()
                        .collect(Collectors.toMap(name -> name, name -> "V-" + name));
        for (String language : MailTexts.LANGUAGES) {
            Letter letter = MailTexts.write(ID, kind, "ann@example.test", language, values, SITE);
            assertThat(letter.subject()).isNotBlank();
            assertThat(letter.text()).contains(SITE);
            assertThat(letter.html()).contains(SITE);
            values.values().forEach(value -> assertThat(letter.text()).contains(value));
            values.values().forEach(value -> assertThat(letter.html()).contains(value));
            assertThat(letter.text() + letter.html()).doesNotContainPattern("\\{[a-z_]+}");
            assertThat(letter.html()).doesNotContainIgnoringCase("<img");
        }
    }

    @Test
    void linkCanBeFollowedInHtml() {
        String link = SITE + "/verify-email.xhtml?token=a&b=\"c";
        Letter letter = write(MailKind.VERIFY_EMAIL, Map.of("link", link));
        assertThat(letter.text()).contains(link);
        String escaped = SITE + "/verify-email.xhtml?token=a&amp;b=&quot;c";
        assertThat(letter.html()).contains("<a href=\"" + escaped + "\">" + escaped + "</a>");
    }

    @Test
    void valueCannotBringMarkupOrLines() {
        Letter letter =
                write(MailKind.IDENTITY_LINKED, Map.of("provider", "<b>Corp</b>\r\n\r\nCall us"));
        assertThat(letter.html()).contains("&lt;b&gt;Corp&lt;/b&gt;").doesNotContain("<b>");
        assertThat(letter.text()).contains("<b>Corp</b>    Call us");
    }

    @Test
    void valueThatLooksLikeAPlaceIsNotFilledAgain() {
        Letter letter =
                write(MailKind.WELCOME_TO_PLAN, Map.of("plan", "{credits}$1", "credits", "7"));
        assertThat(letter.text()).contains("Your plan is {credits}$1 now, with 7 credits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.test\r\nBcc: eve@example.test", "a\nb", "", "a\0b"})
    void headerOfMoreThanOneLineCannotBeWritten(String header) {
        assertThatThrownBy(() -> new Letter(ID, header, "Subject", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Letter(ID, "ann@example.test", header, "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letterDoesNotPrintItsLinks() {
        Letter letter = write(MailKind.VERIFY_EMAIL, Map.of("link", SITE + "/secret"));
        assertThat(letter.toString()).doesNotContain("secret");
    }

    private static Letter write(MailKind kind, Map<String, String> values) {
        return MailTexts.write(ID, kind, "ann@example.test", "en", values, SITE);
    }
}
