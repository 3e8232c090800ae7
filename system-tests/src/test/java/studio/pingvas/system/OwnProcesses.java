package studio.pingvas.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processes of a platform, as the launcher wrote them down. */
public final class OwnProcesses {
    private OwnProcesses() {}

    /** Numbers by name of the part. */
    public static Map<String, Long> in(Path data) throws IOException {
        JsonNode processes =
                new ObjectMapper().readTree(data.resolve("studio.json").toFile()).get("processes");
        Map<String, Long> numbers = new TreeMap<>();
        processes
                .properties()
                .forEach(part -> numbers.put(part.getKey(), part.getValue().get("pid").asLong()));
        return numbers;
    }

    /** The process and all that it started: a worker runs under a keeper. */
    public static List<Long> withChildren(long pid) {
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
    }

    /** One that has ended, but whose parent has not asked for its status yet, is not alive. */
    public static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            // There is no such process any more.
            return false;
        }
    }
}
