package studio.pingvas.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses ports: the one that was asked for, and for the inner parts the next free ones. */
final class PortPlan {
    private static final int LAST = 65_535;

    private final IntPredicate free;

    PortPlan(IntPredicate free) {
        this.free = free;
    }

    static PortPlan ofThisMachine() {
        return new PortPlan(PortPlan::isFree);
    }

    /** The inner ports of an earlier start are kept while they are free. */
    Ports choose(int http, Ports earlier) {
        if (http < 1 || http > LAST) {
            throw new PlatformException("--port takes a number from 1 to 65535, not " + http + ".");
        }
        if (!free.test(http)) {
            throw new PlatformException(
                    "Port "
                            + http
                            + " is taken. Choose another one with --port, or end the program that"
                            + " listens there.");
        }
        if (earlier != null && earlier.http() == http && innerPortsAreFree(earlier)) {
            return earlier;
        }
        int admin = nextFree(http, http);
        int database = nextFree(admin, http);
        int broker = nextFree(database, http);
        int lemonSqueezy = nextFree(broker, http);
        return new Ports(http, admin, database, broker, lemonSqueezy);
    }

    /** For one more server beside what has its ports already, running or not. */
    Ports further(Ports first, Collection<Ports> others) {
        int last =
                Stream.concat(Stream.of(first), others.stream())
                        .flatMapToInt(PortPlan::all)
                        .max()
                        .orElseThrow();
        int http = nextFree(last, first.http());
        int admin = nextFree(http, first.http());
        return new Ports(http, admin, first.database(), first.broker(), first.lemonSqueezy());
    }

    private static IntStream all(Ports ports) {
        return IntStream.of(
                ports.http(),
                ports.admin(),
                ports.database(),
                ports.broker(),
                ports.lemonSqueezy());
    }

    private boolean innerPortsAreFree(Ports ports) {
        return all(ports)
                .skip(1)
                // A folder of an earlier version knows fewer parts.
                .allMatch(port -> port > 0 && free.test(port));
    }

    private int nextFree(int after, int http) {
        for (int port = after + 1; port <= LAST; port++) {
            if (free.test(port)) {
                return port;
            }
        }
        throw new PlatformException(
                "No free port was found above " + http + "; try a lower --port.");
    }

    /** A socket that is only waiting for its last packets does not count as taken. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(Ports.HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
