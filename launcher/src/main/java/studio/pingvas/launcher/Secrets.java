package studio.pingvas.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Random passwords and keys, made when they are first asked for, one private file each. */
final class Secrets {
    static final String POSTGRES = "postgres";
    static final String SERVER_ADMIN = "payara-admin";
    static final String LEMON_SQUEEZY_API_KEY = "lemon-squeezy-api-key";
    static final String LEMON_SQUEEZY_WEBHOOKS = "lemon-squeezy-webhook-secret";
    static final String MASTER_KEY = "master-key";

    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
    }

    String password(String name) {
        return stored(name, this::newPassword);
    }

    /** 256 bits, base64. */
    String key(String name) {
        return stored(name, () -> Base64.getEncoder().encodeToString(bytes(KEY_BYTES)));
    }

    Path file(String name) {
        password(name);
        return folder.resolve(name);
    }

    /** Letters, digits, minus and underscore: safe in every configuration file. */
    String newPassword() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    }

    static String ofDatabaseRole(String role) {
        return "database-" + role;
    }

    static String ofBrokerUser(String user) {
        return "broker-" + user;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String stored(String name, Supplier<String> make) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, make.get());
        }
        return PrivateFiles.read(file).strip();
    }
}
