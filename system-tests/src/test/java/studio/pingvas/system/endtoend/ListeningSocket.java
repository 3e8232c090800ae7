package studio.pingvas.system.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A TCP socket that waits for connections; see proc(5), {@code /proc/net/tcp}.
 *
 * @param pid process that holds it
 * @param address hexadecimal, as the kernel writes it: words in the byte order of the machine
 * @param port where it listens
 */
record ListeningSocket(long pid, String address, int port) {
    private static final String LISTEN = "0A";
    private static final Set<String> LOOPBACK =
            Set.of(
                    "0100007F",
                    "00000000000000000000000001000000",
                    "0000000000000000FFFF00000100007F");

    boolean isLoopback() {
        return LOOPBACK.contains(address);
    }

    /** Of a process and of those it has started. */
    static List<ListeningSocket> of(long pid) throws IOException {
        List<ListeningSocket> sockets = new ArrayList<>();
        List<Long> family =
                Stream.concat(
                                Stream.of(pid),
                                ProcessHandle.of(pid).stream()
                                        .flatMap(ProcessHandle::descendants)
                                        .map(ProcessHandle::pid))
                        .toList();
        for (long member : family) {
            Set<String> own = inodes(member);
            for (String table : List.of("tcp", "tcp6")) {
                Path file = Path.of("/proc/" + member + "/net/" + table);
                for (String line : Files.readAllLines(file)) {
                    String[] fields = line.strip().split("\\s+");
                    if (fields[3].equals(LISTEN) && own.contains(fields[9])) {
                        String[] local = fields[1].split(":");
                        sockets.add(
                                new ListeningSocket(
                                        member, local[0], Integer.parseInt(local[1], 16)));
                    }
                }
            }
        }
        return sockets;
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = linkTarget(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String linkTarget(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // Closed since it was listed.
            return "";
        }
    }
}
