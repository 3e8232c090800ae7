package studio.pingvas.user.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pingvas.user.mail.Letter;
import studio.pingvas.user.mail.MailKind;
import studio.pingvas.user.mail.MailTexts;

class FolderTransportTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:08:07.065Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String LINK = "https://studio.example.test/verify-email.xhtml?token=abc";

    @TempDir Path data;

    @Test
    void mailCanBeReadAsItLies() throws IOException {
        send(NOW, "ko");
        Path file = folder().resolve("20261121T090807.065Z-" + ID + ".eml");
        assertThat(Files.readString(file))
                .contains("Subject: 이메일 주소를 확인해 주세요\r\n")
                .contains("To: ann@example.test\r\n")
                .contains("Date: ")
                .contains("Message-ID: <" + ID + "@example.test>\r\n")
                .contains("\n" + LINK + "\n")
                .contains("환영합니다");
    }

    @Test
    void onlyItsOwnerCanReadTheFolder() throws IOException {
        send(NOW, "en");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyTheNewestMailsStay() throws IOException {
        send(NOW, "en");
        for (int i = 0; i < FolderTransport.KEPT; i++) {
            Files.createFile(folder().resolve("20261121T0908%05d.eml".formatted(i)));
        }
        send(NOW.plusSeconds(1), "en");
        assertThat(files()).hasSize(FolderTransport.KEPT);
        assertThat(files().get(0)).hasFileName("20261121T090800002.eml");
        assertThat(files().get(FolderTransport.KEPT - 1))
                .hasFileName("20261121T090808.065Z-" + ID + ".eml");
    }

    @Test
    void folderThatCannotBeWrittenIsAReasonToTryAgain() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        assertThatThrownBy(() -> send(NOW, "en")).isInstanceOf(MailNotSentException.class);
    }

    private void send(Instant now, String language) {
        Letter letter =
                MailTexts.write(
                        ID,
                        MailKind.VERIFY_EMAIL,
                        "ann@example.test",
                        language,
                        Map.of("link", LINK),
                        "https://studio.example.test");
        MailTransportProducer.transport(
                        new MailSettings("Studio <studio@example.test>", folder(), null),
                        Clock.fixed(now, ZoneOffset.UTC))
                .send(letter);
    }

    private Path folder() {
        return data.resolve("mail");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }
}
