package studio.pingvas.launcher;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pingvas.launcher.lemonsqueezy.StandIn;
import studio.pingvas.launcher.lemonsqueezy.StandInSettings;

/** The stand-in for Lemon Squeezy, as a process of its own. */
final class LemonSqueezyPart {
    static final String NAME = "lemon-squeezy";

    private static final long STORE_ID = 11;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Checkout checkout;
    private final DataFolder data;
    private final PlatformState state;
    private final Secrets secrets;

    LemonSqueezyPart(Checkout checkout, DataFolder data, PlatformState state, Secrets secrets) {
        this.checkout = checkout;
        this.data = data;
        this.state = state;
        this.secrets = secrets;
    }

    void start() {
        PrivateFiles.folder(data.lemonSqueezy());
        LogFile log = LogFile.fromNow(data.log(NAME));
        Process process = new Background(data, state).start(NAME, command(), environment());
        boolean told =
                Waiting.until(
                        START_LIMIT,
                        () -> !process.isAlive() || log.text().contains(StandIn.READY));
        if (!told || !process.isAlive()) {
            throw new PlatformException(
                    "The stand-in for Lemon Squeezy did not start; "
                            + data.log(NAME)
                            + " says: "
                            + log.lastLine());
        }
    }

    void stop() {
        state.process(NAME).ifPresent(process -> process.end(STOP_LIMIT));
        state.ended(NAME);
    }

    /** By which the application finds it. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("STUDIO_LEMONSQUEEZY_API_URL", state.ports().lemonSqueezyUrl() + "/v1");
        settings.put(
                "STUDIO_LEMONSQUEEZY_API_KEY", secrets.password(Secrets.LEMON_SQUEEZY_API_KEY));
        settings.put("STUDIO_LEMONSQUEEZY_STORE_ID", Long.toString(STORE_ID));
        settings.put(
                "STUDIO_LEMONSQUEEZY_WEBHOOK_SECRET",
                secrets.password(Secrets.LEMON_SQUEEZY_WEBHOOKS));
        settings.put("STUDIO_LEMONSQUEEZY_TEST_MODE", "true");
        return settings;
    }

    private List<String> command() {
        return List.of(
                Background.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                checkout.launcher().toString(),
                StandIn.class.getName());
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(StandInSettings.PORT, Integer.toString(state.ports().lemonSqueezy()));
        settings.put(StandInSettings.FOLDER, data.lemonSqueezy().toString());
        settings.put(
                StandInSettings.API_KEY_FILE,
                secrets.file(Secrets.LEMON_SQUEEZY_API_KEY).toString());
        settings.put(
                StandInSettings.WEBHOOK_SECRET_FILE,
                secrets.file(Secrets.LEMON_SQUEEZY_WEBHOOKS).toString());
        settings.put(
                StandInSettings.WEBHOOK_ADDRESS,
                state.ports().url() + "/api/v1/webhooks/lemon-squeezy");
        settings.put(StandInSettings.STORE_ID, Long.toString(STORE_ID));
        return settings;
    }
}
