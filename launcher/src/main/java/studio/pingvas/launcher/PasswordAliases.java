package studio.pingvas.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.crypto.spec.SecretKeySpec;

/**
 * Payara's {@code domain-passwords}, written directly: asadmin takes each value from a password
 * file of its own, which is a process and a second for every alias.
 */
final class PasswordAliases {
    private static final char[] MASTER = ServerDomain.MASTER_PASSWORD.toCharArray();

    private final Path file;
    private final KeyStore store;

    PasswordAliases(Path file) {
        this.file = file;
        try (InputStream content = Files.newInputStream(file)) {
            store = KeyStore.getInstance("JCEKS");
            store.load(content, MASTER);
        } catch (IOException | GeneralSecurityException e) {
            throw new PlatformException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void put(String alias, String password) {
        try {
            store.setEntry(
                    alias,
                    new KeyStore.SecretKeyEntry(
                            new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "AES")),
                    new KeyStore.PasswordProtection(MASTER));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void store() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            store.store(content, MASTER);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        PrivateFiles.write(file, content.toByteArray());
    }
}
