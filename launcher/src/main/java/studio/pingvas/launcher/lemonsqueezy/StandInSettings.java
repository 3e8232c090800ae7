package studio.pingvas.launcher.lemonsqueezy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * @param port on loopback
 * @param folder for the state
 * @param apiKey that a caller of the API shows
 * @param webhookSecret that webhooks are signed with
 * @param webhookAddress where they are sent
 * @param storeId of the only store
 */
public record StandInSettings(
        int port,
        Path folder,
        String apiKey,
        String webhookSecret,
        URI webhookAddress,
        long storeId) {
    public static final String PORT = "STUDIO_STAND_IN_PORT";
    public static final String FOLDER = "STUDIO_STAND_IN_FOLDER";
    public static final String API_KEY_FILE = "STUDIO_STAND_IN_API_KEY_FILE";
    public static final String WEBHOOK_SECRET_FILE = "STUDIO_STAND_IN_WEBHOOK_SECRET_FILE";
    public static final String WEBHOOK_ADDRESS = "STUDIO_STAND_IN_WEBHOOK_ADDRESS";
    public static final String STORE_ID = "STUDIO_STAND_IN_STORE_ID";

    public static StandInSettings of(Map<String, String> environment) {
        return new StandInSettings(
                Integer.parseInt(value(environment, PORT)),
                Path.of(value(environment, FOLDER)),
                content(Path.of(value(environment, API_KEY_FILE))),
                content(Path.of(value(environment, WEBHOOK_SECRET_FILE))),
                URI.create(value(environment, WEBHOOK_ADDRESS)),
                Long.parseLong(value(environment, STORE_ID)));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "stand-in on port " + port + ", webhooks to " + webhookAddress;
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
