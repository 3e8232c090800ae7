package studio.pingvas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Payara's domain folder: a private copy of the one in the distribution, made our own. */
final class ServerDomain {
    static final String ADMIN = "admin";
    static final String APPLICATION = "studio";
    static final String RESOURCE_ADAPTER = "artemis";

    /**
     * It guards key stores of the distribution that nothing uses; our secrets have their folder.
     */
    static final String MASTER_PASSWORD = "changeit";

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;
    private final int number;

    ServerDomain(
            Checkout checkout, DataFolder data, PlatformState state, Secrets secrets, int number) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
        this.number = number;
    }

    Path folder() {
        return data.payara().resolve("domains").resolve(name());
    }

    private String name() {
        return number == ServerPart.FIRST ? "studio" : "studio-" + number;
    }

    boolean isComplete(Path application) {
        return Files.exists(marker())
                && PrivateFiles.read(marker()).equals(fingerprint(application));
    }

    void completed(Path application) {
        PrivateFiles.write(marker(), fingerprint(application));
    }

    void create() {
        Folders.delete(folder());
        PrivateFiles.folder(folder().getParent());
        Folders.copy(template(), folder());
        Path config = folder().resolve("config");
        PrivateFiles.write(config.resolve("domain.xml"), configuration());
        PrivateFiles.write(config.resolve("admin-keyfile"), adminEntry());
        PrivateFiles.write(config.resolve("logging.properties"), logging());
        PasswordAliases aliases = new PasswordAliases(config.resolve("domain-passwords"));
        for (String role : StudioDatabase.roles()) {
            String name = Secrets.ofDatabaseRole(role);
            aliases.put(name, secrets.password(name));
        }
        String brokerUser = Secrets.ofBrokerUser(DomainXml.BROKER_USER);
        aliases.put(brokerUser, secrets.password(brokerUser));
        aliases.store();
        copyDriver();
    }

    private Path template() {
        return checkout.payara().resolve("glassfish/domains/domain1");
    }

    private byte[] configuration() {
        return DomainXml.from(template().resolve("config/domain.xml"))
                .on(state.ports(number), state.profile())
                .toBytes();
    }

    private String adminEntry() {
        String hash = SaltedHash.of(secrets.password(Secrets.SERVER_ADMIN));
        return ADMIN + ";" + hash + ";asadmin\n";
    }

    private String logging() {
        return PrivateFiles.read(template().resolve("config/logging.properties"))
                .replace(
                        "${com.sun.aas.instanceRoot}/logs/server.log",
                        data.log(ServerPart.name(number)).toString());
    }

    private void copyDriver() {
        try {
            Files.copy(checkout.databaseDriver(), folder().resolve("lib/postgresql.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path marker() {
        return folder().resolve("complete");
    }

    private String fingerprint(Path application) {
        MessageDigest digest = sha256();
        // Payara's module cache in the domain knows where the distribution lies.
        digest.update(checkout.payara().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(configuration());
        digest.update(logging().getBytes(StandardCharsets.UTF_8));
        add(digest, checkout.resourceAdapter());
        add(digest, checkout.databaseDriver());
        if (application != null) {
            add(digest, application);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path file) {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new PlatformException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
