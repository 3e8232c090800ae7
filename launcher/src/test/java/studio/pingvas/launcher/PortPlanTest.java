package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void innerPortsFollowThePortThatWasAskedFor() {
        assertThat(plan().choose(8080, null)).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084));
    }

    @Test
    void takenInnerPortsArePassedOver() {
        assertThat(plan(8081, 8083).choose(8080, null))
                .isEqualTo(new Ports(8080, 8082, 8084, 8085, 8086));
    }

    @Test
    void innerPortsOfAnEarlierStartAreKept() {
        Ports earlier = new Ports(8080, 8090, 8091, 8092, 8093);
        assertThat(plan().choose(8080, earlier)).isEqualTo(earlier);
    }

    @Test
    void aPartThatTheEarlierStartDidNotKnowGetsAPort() {
        Ports earlier = new Ports(8080, 8081, 8082, 8083, 0);
        assertThat(plan().choose(8080, earlier)).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084));
    }

    @Test
    void innerPortsThatOthersTookMeanwhileAreChosenAnew() {
        Ports earlier = new Ports(8080, 8090, 8091, 8092, 8093);
        assertThat(plan(8091).choose(8080, earlier))
                .isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084));
    }

    @Test
    void furtherServersTakeTheNextPortsAndShareTheOtherParts() {
        Ports first = plan().choose(8080, null);
        Ports second = plan(8085).further(first, List.of());
        assertThat(second).isEqualTo(new Ports(8086, 8087, 8082, 8083, 8084));
        assertThat(plan().further(first, List.of(second)))
                .isEqualTo(new Ports(8088, 8089, 8082, 8083, 8084));
    }

    @Test
    void aTakenPortIsRefusedInOneLineThatSaysWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> PortPlan.ofThisMachine().choose(port, null))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Port " + port + " is taken")
                    .hasMessageContaining("--port")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> plan().choose(0, null)).hasMessageContaining("1 to 65535");
        assertThatThrownBy(() -> plan().choose(70_000, null)).hasMessageContaining("1 to 65535");
    }

    private static PortPlan plan(Integer... taken) {
        Set<Integer> ports = Set.of(taken);
        return new PortPlan(port -> !ports.contains(port));
    }
}
