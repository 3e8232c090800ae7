package studio.pingvas.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.pingvas.platform.store.StoreSettings;
import studio.pingvas.worker.life.DeviceWish;
import studio.pingvas.worker.life.LifeSettings;

class WorkerSettingsTest {
    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setWhatHasNoDefault() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        environment.put("STUDIO_BROKER_PASSWORD_FILE", password.toString());
        environment.put("STUDIO_STORE_PATH", folder.resolve("store").toString());
        environment.put("STUDIO_MODELS_PATH", folder.toString());
        environment.put("STUDIO_NATIVE_CACHE", folder.resolve("natives").toString());
    }

    @Test
    void defaultsAreThese() {
        WorkerSettings settings = WorkerSettings.from(environment);

        assertThat(settings.workerName()).isEqualTo("gpu-worker");
        assertThat(settings.brokerUrl()).isEqualTo("tcp://127.0.0.1:61616");
        assertThat(settings.brokerUser()).isEqualTo("worker");
        assertThat(settings.stepDelay()).isZero();
        assertThat(settings.retryPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.softLimit()).isEqualTo(Duration.ofSeconds(120));
        assertThat(settings.life())
                .isEqualTo(
                        new LifeSettings(
                                DeviceWish.AUTO, Duration.ofSeconds(180), 0, "127.0.0.1", 0));
    }

    @Test
    void everySettingIsRead() {
        environment.put("STUDIO_WORKER_NAME", "w2");
        environment.put("STUDIO_BROKER_URL", "tcp://broker:1234");
        environment.put("STUDIO_BROKER_USER", "somebody");
        environment.put("STUDIO_STEP_DELAY_MS", "250");
        environment.put("STUDIO_THREADS", "4");
        environment.put("STUDIO_SOFT_LIMIT_SECONDS", "60");
        environment.put("STUDIO_RETRY_PAUSE_SECONDS", "7");
        environment.put("STUDIO_HARD_LIMIT_SECONDS", "90");
        environment.put("STUDIO_DEVICE", "cuda");
        environment.put("STUDIO_MODEL_MEMORY_MB", "3");
        environment.put("STUDIO_METRICS_HOST", "0.0.0.0");
        environment.put("STUDIO_METRICS_PORT", "9100");

        assertThat(WorkerSettings.from(environment))
                .isEqualTo(
                        new WorkerSettings(
                                "w2",
                                "tcp://broker:1234",
                                "somebody",
                                folder.resolve("password"),
                                new StoreSettings(folder.resolve("store"), null),
                                folder,
                                folder.resolve("natives"),
                                Duration.ofMillis(250),
                                Duration.ofSeconds(7),
                                4,
                                Duration.ofSeconds(60),
                                new LifeSettings(
                                        DeviceWish.CUDA,
                                        Duration.ofSeconds(90),
                                        3 << 20,
                                        "0.0.0.0",
                                        9100)));
    }

    @Test
    void nullEngineNeedsNoDevice() {
        environment.put("STUDIO_ENGINE", "null");

        assertThat(WorkerSettings.from(environment).life().device()).isEqualTo(DeviceWish.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "STUDIO_ENGINE, magic, 'is none of [null, torch]: magic'",
        "STUDIO_THREADS, 0, is not from 1 to 256: 0",
        "STUDIO_THREADS, many, is not a whole number: many",
        "STUDIO_STEP_DELAY_MS, -1, is not from 0 to 600000: -1",
        "STUDIO_SOFT_LIMIT_SECONDS, 0, is not from 1 to 3600: 0",
        "STUDIO_HARD_LIMIT_SECONDS, 120, is not from 121 to 7200: 120",
        "STUDIO_DEVICE, gpu, 'is none of [auto, cpu, cuda]: gpu'",
        "STUDIO_LOG_FORMAT, xml, 'is none of [json, text]: xml'",
        "STUDIO_METRICS_PORT, 65536, is not from 0 to 65535: 65536",
        "STUDIO_BROKER_URL, localhost, 'is not of the form tcp://host:port: localhost'",
        "STUDIO_BROKER_URL, 'tcp://a b', 'is no URL: tcp://a b'",
        "STUDIO_MODELS_PATH, /no/such/folder, is no folder: /no/such/folder",
        "STUDIO_BROKER_PASSWORD_FILE, /no/such/file, is no readable file: /no/such/file",
        "STUDIO_STORE_PATH, '', is not set",
        "STUDIO_STORE, s4, is neither files nor s3: s4",
    })
    void badValueIsNamedInOneLine(String name, String value, String complaint) {
        environment.put(name, value);

        assertThatThrownBy(() -> WorkerSettings.from(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " " + complaint);
    }
}
