package studio.pingvas.user.accounts.control;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** An account that the operator names in the settings, under {@code studio.bootstrap.<name>}. */
public record ProvidedAccount(
        UUID id, String email, String password, String displayName, Set<String> roles) {
    public ProvidedAccount {
        roles = Set.copyOf(roles);
    }

    /** Empty if the settings name no such account. */
    public static Optional<ProvidedAccount> in(Config config, String name) {
        String prefix = "studio.bootstrap." + name + ".";
        return config.getOptionalValue(prefix + "email", String.class)
                .map(
                        email ->
                                new ProvidedAccount(
                                        UUID.fromString(
                                                config.getValue(prefix + "id", String.class)),
                                        email,
                                        config.getValue(prefix + "password", String.class),
                                        config.getOptionalValue(
                                                        prefix + "display-name", String.class)
                                                .orElse(name),
                                        rolesIn(
                                                config.getOptionalValue(
                                                                prefix + "roles", String.class)
                                                        .orElse("user"))));
    }

    private static Set<String> rolesIn(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "ProvidedAccount[email=" + email + ", roles=" + roles + "]";
    }
}
