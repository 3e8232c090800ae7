package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformOptionsTest {
    private final PlatformOptions options =
            new PlatformOptions(
                    Path.of("data"), 8080, 1, 1, null, true, false, Map.of(), Profile.QUICK_START);

    @Test
    void settingsTravelUnderTheNamesOfTheEnvironment() {
        PlatformOptions changed =
                options.withSetting("studio.credits.floor", "0")
                        .withSetting("studio.oauth.google.client-id", "me")
                        .onPort(9090);

        assertThat(changed.environment())
                .containsOnly(
                        Map.entry("STUDIO_CREDITS_FLOOR", "0"),
                        Map.entry("STUDIO_OAUTH_GOOGLE_CLIENT_ID", "me"));
    }

    @Test
    void workersAreToldWhereTheObjectsLieAndWhatTheyWorkWith() {
        PlatformOptions changed =
                options.withSetting("studio.store", "s3")
                        .withSetting("studio.engine", "null")
                        .withSetting("studio.store.s3.bucket", "pictures")
                        .withSetting("studio.credits.floor", "0");

        assertThat(changed.workerEnvironment())
                .containsOnly(
                        Map.entry("STUDIO_STORE", "s3"),
                        Map.entry("STUDIO_ENGINE", "null"),
                        Map.entry("STUDIO_STORE_S3_BUCKET", "pictures"));
    }
}
