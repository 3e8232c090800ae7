package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir private Path parent;
    private DataFolder data;
    private Secrets secrets;

    @BeforeEach
    void open() {
        data = new DataFolder(parent.resolve("data"));
        secrets = new Secrets(data.secrets());
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        secrets.password("one");
        assertThat(mode(data.root())).isEqualTo("rwx------");
        assertThat(mode(data.secrets())).isEqualTo("rwx------");
        assertThat(mode(data.secrets().resolve("one"))).isEqualTo("rw-------");
    }

    @Test
    void aPasswordStaysTheSame() {
        String first = secrets.password("one");
        assertThat(secrets.password("one")).isEqualTo(first);
        assertThat(new Secrets(data.secrets()).password("one")).isEqualTo(first);
    }

    @Test
    void noTwoPasswordsAreAlike() {
        assertThat(secrets.password("one")).isNotEqualTo(secrets.password("two"));
    }

    @Test
    void aPasswordNeedsNoEscapingAnywhere() {
        assertThat(secrets.password("one")).matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void aKeyHas256Bits() {
        assertThat(Base64.getDecoder().decode(secrets.key("key"))).hasSize(32);
    }

    @Test
    void accountsAreMadeOnceAndForTheOwnerAlone() throws IOException {
        Accounts made = Accounts.of(data, secrets);
        assertThat(Accounts.of(data, secrets)).isEqualTo(made);
        assertThat(made.demo().email()).isEqualTo("demo@studio.local");
        assertThat(made.demo().password()).isNotEqualTo(made.admin().password());
        assertThat(mode(data.accounts())).isEqualTo("rw-------");
    }

    @Test
    void accountsBecomeSettingsOfTheServer() {
        Accounts accounts = Accounts.of(data, secrets);
        assertThat(accounts.settings())
                .containsEntry("STUDIO_BOOTSTRAP_DEMO_ID", accounts.demo().id().toString())
                .containsEntry("STUDIO_BOOTSTRAP_DEMO_TIER", "studio")
                .containsEntry("STUDIO_BOOTSTRAP_ADMIN_ROLES", "user,admin")
                .hasSize(12);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
