package studio.pingvas.launcher;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The accounts that a new platform begins with, kept in {@code accounts.json}.
 *
 * @param demo an ordinary user of tier studio
 * @param admin who may also administer
 */
public record Accounts(Account demo, Account admin) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param roles comma-separated
     */
    public record Account(
            UUID id,
            String email,
            String password,
            @JsonProperty("display_name") String displayName,
            String roles,
            String tier) {}

    /** Made once; later changes of a password are the users' own affair. */
    static Accounts of(DataFolder data, Secrets secrets) {
        try {
            if (!Files.exists(data.accounts())) {
                Accounts made =
                        new Accounts(
                                account(secrets, "demo", "Demo", "user", "studio"),
                                account(secrets, "admin", "Admin", "user,admin", "free"));
                PrivateFiles.write(
                        data.accounts(),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(made));
            }
            return JSON.readValue(data.accounts().toFile(), Accounts.class);
        } catch (IOException e) {
            throw new PlatformException(data.accounts() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** As settings {@code studio.bootstrap.*} in their environment form. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "STUDIO_BOOTSTRAP_DEMO_", demo);
        put(settings, "STUDIO_BOOTSTRAP_ADMIN_", admin);
        return settings;
    }

    private static void put(Map<String, String> settings, String prefix, Account account) {
        settings.put(prefix + "ID", account.id().toString());
        settings.put(prefix + "EMAIL", account.email());
        settings.put(prefix + "PASSWORD", account.password());
        settings.put(prefix + "DISPLAY_NAME", account.displayName());
        settings.put(prefix + "ROLES", account.roles());
        settings.put(prefix + "TIER", account.tier());
    }

    private static Account account(
            Secrets secrets, String name, String displayName, String roles, String tier) {
        return new Account(
                UUID.randomUUID(),
                name + "@studio.local",
                secrets.newPassword(),
                displayName,
                roles,
                tier);
    }
}
