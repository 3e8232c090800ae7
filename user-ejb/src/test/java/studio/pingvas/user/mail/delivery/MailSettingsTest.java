package studio.pingvas.user.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private static final String FROM = "Studio <studio@example.test>";
    private static final MailSettings.Smtp SERVER = smtp("mail.example.test", 587);

    @Test
    void mailGoesOneWay() {
        assertRefused(() -> new MailSettings(FROM, null, null));
        assertRefused(() -> new MailSettings(FROM, Path.of("mail"), SERVER));
    }

    @Test
    void senderMustBeAnAddress() {
        assertRefused(() -> new MailSettings("nobody", null, SERVER));
        assertRefused(() -> new MailSettings("a@b.test\r\nBcc: c@d.test", null, SERVER));
    }

    @Test
    void serverMustBeReachable() {
        assertRefused(() -> smtp("", 587));
        assertRefused(() -> smtp("mail.example.test", 0));
        assertRefused(() -> smtp("mail.example.test", 65_536));
    }

    @Test
    void userAndPasswordGoTogether() {
        assertRefused(() -> new MailSettings.Smtp("h", 25, "user", null, true));
        assertRefused(() -> new MailSettings.Smtp("h", 25, null, "password", true));
    }

    @Test
    void passwordIsNotPrinted() {
        var smtp = new MailSettings.Smtp("h", 25, "user", "its password", true);
        assertThat(new MailSettings(FROM, null, smtp).toString()).doesNotContain("its password");
    }

    private static MailSettings.Smtp smtp(String host, int port) {
        return new MailSettings.Smtp(host, port, null, null, true);
    }

    private static void assertRefused(Runnable settings) {
        assertThatThrownBy(settings::run).isInstanceOf(IllegalArgumentException.class);
    }
}
