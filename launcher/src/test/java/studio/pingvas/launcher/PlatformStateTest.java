package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformStateTest {
    private static final Ports PORTS = new Ports(8080, 8081, 8082, 8083, 8084);

    @TempDir private Path folder;
    private DataFolder data;

    @BeforeEach
    void open() {
        data = new DataFolder(folder);
    }

    @Test
    void aProcessIsRememberedFromTheMomentItStarts() {
        ProcessIdentity process = ProcessIdentity.of(ProcessHandle.current().pid());
        new PlatformState(data).started("broker", process);

        PlatformState later = new PlatformState(data);

        assertThat(later.process("broker")).contains(process);
        assertThat(later.isAlive("broker")).isTrue();
        assertThat(later.isAlive("server")).isFalse();
    }

    @Test
    void anEndedPartIsForgottenAndThePortsAreKept() {
        PlatformState state = new PlatformState(data);
        state.use(PORTS, true, Map.of("STUDIO_STORE", "s3"), Profile.LOAD);
        state.started("broker", ProcessIdentity.of(ProcessHandle.current().pid()));
        state.ended("broker");

        PlatformState later = new PlatformState(data);

        assertThat(later.processes()).isEmpty();
        assertThat(later.ports()).isEqualTo(PORTS);
        assertThat(later.withApplication()).isTrue();
        assertThat(later.profile()).isEqualTo(Profile.LOAD);
        assertThat(later.workerEnvironment()).containsOnly(Map.entry("STUDIO_STORE", "s3"));
    }

    @Test
    void theFileOfAnOlderVersionTellsWorkersNothing() throws IOException {
        Files.writeString(data.state(), "{\"withApplication\": true, \"processes\": {}}");

        assertThat(new PlatformState(data).workerEnvironment()).isEmpty();
        assertThat(new PlatformState(data).profile()).isEqualTo(Profile.QUICK_START);
        assertThat(new PlatformState(data).furtherServers()).isEmpty();
    }

    @Test
    void furtherServersAreRememberedUntilThePlatformIsStartedAnew() {
        Ports second = new Ports(8085, 8086, 8082, 8083, 8084);
        PlatformState state = new PlatformState(data);
        state.use(PORTS, true, Map.of(), Profile.LOAD);
        state.useServer(2, second);

        assertThat(new PlatformState(data).ports(1)).isEqualTo(PORTS);
        assertThat(new PlatformState(data).ports(2)).isEqualTo(second);
        assertThat(new PlatformState(data).ports(3)).isNull();
        state.use(PORTS, true, Map.of(), Profile.LOAD);
        assertThat(new PlatformState(data).ports(2)).isNull();
    }

    @Test
    void theAddressStandsInTheFileForOthersToRead() throws IOException {
        new PlatformState(data).use(PORTS, true, Map.of(), Profile.LOAD);
        assertThat(Files.readString(data.state())).contains("\"http://127.0.0.1:8080\"");
    }

    @Test
    void aBrokenFileIsExplained() throws IOException {
        Files.writeString(data.state(), "{");
        assertThatThrownBy(() -> new PlatformState(data).ports())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("move it away");
    }

    @Test
    void onlyOneLauncherWorksInAFolder() {
        DataLock.during(
                data,
                () ->
                        assertThatThrownBy(() -> DataLock.during(data, () -> {}))
                                .isInstanceOf(PlatformException.class)
                                .hasMessageContaining("Another ./studio"));
    }
}
