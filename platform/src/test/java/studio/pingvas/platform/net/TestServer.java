package studio.pingvas.platform.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every connection with the same bytes, then waits or closes. */
final class TestServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    final List<String> lines = new CopyOnWriteArrayList<>();

    private TestServer(ServerSocket listener) {
        this.listener = listener;
    }

    interface Reply {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    static TestServer replying(String answer) throws IOException {
        return on(
                new ServerSocket(0, 5, InetAddress.getLoopbackAddress()),
                out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static TestServer on(ServerSocket listener, Reply reply) {
        TestServer server = new TestServer(listener);
        Thread thread = new Thread(() -> server.serve(reply), "test server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve(Reply reply) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                readHead(socket);
                reply.to(socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException e) {
                lines.add("failed: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void readHead(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        char[] body = new char[length];
        lines.add(new String(body, 0, in.read(body)));
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
