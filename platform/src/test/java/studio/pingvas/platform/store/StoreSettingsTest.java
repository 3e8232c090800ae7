package studio.pingvas.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.platform.store.s3.S3ObjectStore;
import studio.pingvas.platform.store.s3.S3Settings;
import studio.pingvas.platform.store.s3.TestS3;

class StoreSettingsTest {
    @TempDir Path folder;

    private final Map<String, String> values = new HashMap<>();

    @BeforeEach
    void everythingIsSet() throws IOException {
        values.put("studio.store.path", folder.toString());
        values.put("studio.store.s3.endpoint", "http://store:9000");
        values.put("studio.store.s3.bucket", "pictures");
        values.put("studio.store.s3.key-file", TestS3.keyFile(folder).toString());
    }

    @Test
    void objectsAreFilesUnlessItIsSaidOtherwise() {
        StoreSettings settings = settings();

        assertThat(settings).isEqualTo(new StoreSettings(folder, null));
        assertThat(settings.open()).isInstanceOf(FileObjectStore.class);
        assertThat(settings.publicOrigin()).isEmpty();
    }

    @Test
    void aBucketHasTheseDefaults() throws Exception {
        values.put("studio.store", "s3");
        StoreSettings settings = settings();

        URI endpoint = URI.create("http://store:9000");
        assertThat(settings.bucket())
                .isEqualTo(
                        new S3Settings(
                                endpoint,
                                endpoint,
                                "us-east-1",
                                "pictures",
                                folder.resolve("s3-keys")));
        assertThat(settings.publicOrigin()).contains("http://store:9000");
        try (S3ObjectStore store = (S3ObjectStore) settings.open()) {
            assertThat(store.presignedGet("a", "image/png", "inline")).isPresent();
        }
    }

    @Test
    void browsersMayReachTheStoreElsewhere() {
        values.put("studio.store", "s3");
        values.put("studio.store.s3.public-endpoint", "https://s3.example.org/");

        assertThat(settings().publicOrigin()).contains("https://s3.example.org");
    }

    @Test
    void anEnvironmentHasItsOwnSpelling() {
        Map<String, String> environment =
                Map.of("STUDIO_STORE", "s3", "STUDIO_STORE_S3_ENDPOINT", "https://s3.example.org");

        assertThatThrownBy(() -> StoreSettings.fromEnvironment(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("STUDIO_STORE_S3_BUCKET is not set");
    }

    @Test
    void noSecretIsInWhatIsPrinted() {
        values.put("studio.store", "s3");

        assertThat(settings().toString()).doesNotContain("only-for-tests");
    }

    private StoreSettings settings() {
        return StoreSettings.from(name -> Optional.ofNullable(values.get(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "studio.store, s4, neither files nor s3",
        "studio.store.s3.endpoint, '', is not set",
        "studio.store.s3.endpoint, store:9000, https://host:port",
        "studio.store.s3.endpoint, ftp://store, https://host:port",
        "studio.store.s3.endpoint, http://me:secret@store, https://host:port",
        "studio.store.s3.endpoint, http://store/bucket, https://host:port",
        "studio.store.s3.endpoint, 'http://a b', is no address",
        "studio.store.s3.public-endpoint, nowhere, https://host:port",
        "studio.store.s3.region, 'a b', right form",
        "studio.store.s3.bucket, Pictures, right form",
        "studio.store.s3.bucket, ab, right form",
        "studio.store.s3.key-file, /nowhere/at/all, no readable file"
    })
    void aWrongSettingIsNamed(String name, String value, String complaint) {
        values.put("studio.store", "s3");
        values.put(name, value);

        assertThatThrownBy(this::settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " ")
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("secret");
    }
}
