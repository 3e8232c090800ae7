package studio.pingvas.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pingvas.launcher.Platform;
import studio.pingvas.launcher.PlatformOptions;
import studio.pingvas.system.OwnProcesses;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.Wanted;

class RestartIT {
    @Test
    void downLeavesNoProcessAndUpShowsTheSameGallery() throws IOException {
        Person before = EndToEnd.newcomer();
        JsonNode job = before.completed(before.order(Wanted.aPicture()));
        byte[] picture = before.picture(job, 0);
        JsonNode gallery = before.images();
        List<Long> processes =
                OwnProcesses.in(RunningPlatform.data()).values().stream()
                        .flatMap(process -> OwnProcesses.withChildren(process).stream())
                        .toList();
        PlatformOptions options = RunningPlatform.sameOptions();

        RunningPlatform.platform().stop();
        List<Long> left = processes.stream().filter(OwnProcesses::isAlive).toList();
        Platform.start(options, System.out::println);

        assertThat(processes).isNotEmpty();
        assertThat(left).isEmpty();
        Person after = Person.knownAt(EndToEnd.url(), before.email(), before.password());
        assertThat(after.images()).isEqualTo(gallery).hasSize(1);
        assertThat(after.picture(job, 0)).isEqualTo(picture);
        assertThat(after.completed(after.order(Wanted.aPicture())).get("images")).hasSize(1);
    }
}
