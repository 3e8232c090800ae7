package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {
    private static final Ports FIRST = new Ports(8080, 8081, 8082, 8083, 8084);

    @TempDir private Path folder;
    private PlatformState state;
    private Servers servers;

    @BeforeEach
    void useOneServer() {
        DataFolder data = new DataFolder(folder);
        state = new PlatformState(data);
        state.use(FIRST, true, Map.of(), Profile.QUICK_START);
        servers = new Servers(Checkout.find(), data, state, new Secrets(data.secrets()));
    }

    @Test
    void eachServerHasAnAddressOfItsOwnAndKeepsIt() {
        servers.choosePorts(3);
        var addresses = servers.numbers().map(servers::url).toList();
        servers.choosePorts(3);

        assertThat(addresses).hasSize(3).doesNotHaveDuplicates();
        assertThat(servers.numbers().map(servers::url)).isEqualTo(addresses);
        assertThat(state.ports(3).database()).isEqualTo(FIRST.database());
    }

    @Test
    void serverThatWasNeverStartedIsNamed() {
        assertThatThrownBy(() -> servers.url(2))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("Server 2 was never started");
    }
}
