package studio.pingvas.system.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The crowd's sockets. */
final class Followers implements AutoCloseable {
    private final List<OpenSocket> sockets = new ArrayList<>();

    private Followers() {}

    static Followers of(Crowd crowd, URI url) throws IOException {
        Followers followers = new Followers();
        for (int number = 0; number < crowd.size(); number++) {
            followers.sockets.add(new OpenSocket(url, crowd.member(number).apiKey()));
        }
        return followers;
    }

    long completed() {
        return sockets.stream().mapToLong(OpenSocket::completed).sum();
    }

    long progress() {
        return sockets.stream().mapToLong(OpenSocket::progress).sum();
    }

    void awaitCompletedOf(int number) {
        sockets.get(number).awaitCompleted();
    }

    @Override
    public void close() throws IOException {
        for (OpenSocket socket : sockets) {
            socket.close();
        }
    }
}
