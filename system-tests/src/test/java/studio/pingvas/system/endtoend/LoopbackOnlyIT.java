package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.pingvas.system.OwnProcesses;
import studio.pingvas.system.RunningPlatform;

class LoopbackOnlyIT {
    @Test
    void everyPartListensOnLoopbackAlone() throws IOException {
        Map<String, List<ListeningSocket>> sockets = new TreeMap<>();
        for (Map.Entry<String, Long> process : OwnProcesses.in(RunningPlatform.data()).entrySet()) {
            List<ListeningSocket> ofPart = new ArrayList<>();
            for (long pid : OwnProcesses.withChildren(process.getValue())) {
                ofPart.addAll(ListeningSocket.of(pid));
            }
            sockets.put(process.getKey(), ofPart);
        }

        assertThat(sockets.keySet()).contains("postgresql", "broker", "server", "worker-1");
        assertThat(sockets.get("postgresql")).isNotEmpty();
        assertThat(sockets.get("broker")).isNotEmpty();
        assertThat(sockets.get("server")).isNotEmpty();
        List<ListeningSocket> all = new ArrayList<>();
        sockets.values().forEach(all::addAll);
        assertThat(all.stream().filter(socket -> !socket.isLoopback()).collect(Collectors.toList()))
                .isEmpty();
    }
}
