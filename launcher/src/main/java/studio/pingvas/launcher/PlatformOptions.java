package studio.pingvas.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What to start.
 *
 * @param data folder of the platform; made when it is not there
 * @param port of the application
 * @param servers how many of them, on the same database, broker and store; each has a port
 * @param workers how many gpu-workers, 0 for none
 * @param application the EAR, null for a server without one
 * @param standIn whether to start the stand-in for Lemon Squeezy
 * @param picture whether to make a first picture as proof
 * @param settings of the application by name, for example {@code studio.credits.floor}
 * @param profile what the servers are started for
 */
public record PlatformOptions(
        Path data,
        int port,
        int servers,
        int workers,
        Path application,
        boolean standIn,
        boolean picture,
        Map<String, String> settings,
        Profile profile) {
    public static final int DEFAULT_PORT = 8080;
    private static final int MOST_SERVERS = 8;
    private static final int MOST_WORKERS = 64;

    public PlatformOptions {
        settings = Map.copyOf(settings);
        if (servers < 1 || servers > MOST_SERVERS) {
            throw new PlatformException(
                    "--servers takes a number from 1 to 8, not " + servers + ".");
        }
        if (workers < 0 || workers > MOST_WORKERS) {
            throw new PlatformException(
                    "--workers takes a number from 0 to 64, not " + workers + ".");
        }
    }

    /** The built application with one worker. */
    public static PlatformOptions in(Path data) {
        return new PlatformOptions(
                data,
                DEFAULT_PORT,
                1,
                1,
                Checkout.find().application(),
                true,
                true,
                Map.of(),
                Profile.QUICK_START);
    }

    public PlatformOptions onPort(int number) {
        return new PlatformOptions(
                data, number, servers, workers, application, standIn, picture, settings, profile);
    }

    public PlatformOptions withWorkers(int number) {
        return new PlatformOptions(
                data, port, servers, number, application, standIn, picture, settings, profile);
    }

    public PlatformOptions withoutApplication() {
        return new PlatformOptions(
                data, port, servers, workers, null, standIn, false, settings, profile);
    }

    public PlatformOptions withoutPicture() {
        return new PlatformOptions(
                data, port, servers, workers, application, standIn, false, settings, profile);
    }

    public PlatformOptions withSetting(String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return new PlatformOptions(
                data, port, servers, workers, application, standIn, picture, more, profile);
    }

    /** Optimised code and room for it, at the price of a slower start. */
    public PlatformOptions forLoad() {
        return new PlatformOptions(
                data,
                port,
                servers,
                workers,
                application,
                standIn,
                picture,
                settings,
                Profile.LOAD);
    }

    public PlatformOptions withoutStandIn() {
        return new PlatformOptions(
                data, port, servers, workers, application, false, picture, settings, profile);
    }

    /** The settings under the names that MicroProfile Config gives them in an environment. */
    Map<String, String> environment() {
        return environment("");
    }

    /** Those that workers read. */
    Map<String, String> workerEnvironment() {
        Map<String, String> environment = environment("studio.store");
        environment.putAll(environment("studio.engine"));
        return environment;
    }

    private Map<String, String> environment(String beginning) {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(beginning))
                .collect(
                        Collectors.toMap(
                                setting -> environmentNameOf(setting.getKey()),
                                Map.Entry::getValue,
                                (first, second) -> second,
                                HashMap::new));
    }

    private static String environmentNameOf(String name) {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
