package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    @TempDir private Path folder;

    private MailFolder mails;

    @BeforeEach
    void openFolder() {
        mails = new MailFolder(folder);
    }

    @Test
    void mailsAreListedWithTheirLinksTheNewestLast() throws IOException {
        write(
                "20261121T100000.000Z-b.eml",
                "bob@example.test",
                "둘",
                "https://studio.test/?token=b");
        write(
                "20261121T090000.000Z-a.eml",
                "ann@example.test",
                "One",
                "http://studio.test/?token=a");
        assertThat(mails.overview(20))
                .containsExactly(
                        "Sat, 21 Nov 2026 09:00:00 +0000 (UTC)  ann@example.test  One",
                        "    http://studio.test/?token=a",
                        "Sat, 21 Nov 2026 09:00:00 +0000 (UTC)  bob@example.test  둘",
                        "    https://studio.test/?token=b");
        assertThat(mails.overview(1)).hasSize(2).last().asString().contains("token=b");
        assertThat(mails.newest()).contains("To: bob").contains("Hello,");
    }

    @Test
    void textThatLooksLikeAHeaderIsNone() throws IOException {
        write("a.eml", "ann@example.test", "One", "To: eve@example.test");
        assertThat(mails.overview(20))
                .containsExactly("Sat, 21 Nov 2026 09:00:00 +0000 (UTC)  ann@example.test  One");
    }

    @Test
    void noMailsSaySo() throws IOException {
        Files.writeString(folder.resolve("half.new"), "not a mail yet");
        assertThatThrownBy(() -> mails.overview(20)).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> new MailFolder(folder.resolve("none")).newest())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("no mails");
    }

    private void write(String name, String recipient, String subject, String link)
            throws IOException {
        Files.writeString(
                folder.resolve(name),
                """
                Date: Sat, 21 Nov 2026 09:00:00 +0000 (UTC)
                To: %s
                Subject: %s

                Hello,

                %s

                Pingvas Studio
                https://studio.test

                <p><a href="%s">%s</a></p>
                """
                        .formatted(recipient, subject, link, link, link)
                        .replace("\n", "\r\n"));
    }
}
