package studio.pingvas.system.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept: HTTP/1.1 by hand, because the client shares the processors with what
 * it measures.
 */
final class HttpLine implements Closeable {
    private static final String NO_CONTENT = "HTTP/1.1 204";
    private static final long LONGEST_REST_NANOS = 10_000_000_000L;

    private final URI url;
    private Socket socket;
    private DataInputStream in;
    private OutputStream out;
    private boolean last;
    private long used;

    HttpLine(URI url) throws IOException {
        this.url = url;
        connect();
    }

    private void connect() throws IOException {
        last = false;
        used = System.nanoTime();
        socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    /**
     * @param apiKey null for none
     * @return the body of the answer
     * @throws IOException if the answer has another status
     */
    String get(String path, String apiKey, int status) throws IOException {
        return send("GET", path, apiKey, "", status);
    }

    String post(String path, String apiKey, String json, int status) throws IOException {
        return send("POST", path, apiKey, json, status);
    }

    /** Turns the connection into a socket; what comes next are frames. */
    DataInputStream upgrade(String path, String apiKey) throws IOException {
        out.write(
                head("GET", path, apiKey)
                        .append("Connection: Upgrade\r\nUpgrade: websocket\r\n")
                        .append("Sec-WebSocket-Version: 13\r\n")
                        .append("Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r\n\r\n")
                        .toString()
                        .getBytes(StandardCharsets.US_ASCII));
        String first = line();
        if (!first.contains(" 101 ")) {
            throw new IOException("The handshake was answered with " + first);
        }
        while (!line().isEmpty()) {
            // Headers that nobody needs.
            continue;
        }
        return in;
    }

    OutputStream out() {
        return out;
    }

    private String send(String method, String path, String apiKey, String json, int status)
            throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = head(method, path, apiKey).append("Connection: keep-alive\r\n");
        if (method.equals("POST")) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        if (last || System.nanoTime() - used > LONGEST_REST_NANOS) {
            // The server ends a connection after some hundred requests, and one that rests.
            socket.close();
            connect();
        }
        out.write(whole);
        used = System.nanoTime();
        return answer(status);
    }

    private StringBuilder head(String method, String path, String apiKey) {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
        head.append(url.getAuthority()).append("\r\n");
        if (apiKey != null) {
            head.append("Authorization: Bearer ").append(apiKey).append("\r\n");
        }
        return head;
    }

    private String answer(int status) throws IOException {
        String first = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            last |= lower.startsWith("connection:") && lower.endsWith("close");
        }
        String body = first.startsWith(NO_CONTENT) ? "" : body(length);
        if (!first.startsWith("HTTP/1.1 " + status)) {
            throw new IOException(first + " " + body);
        }
        return body;
    }

    private String body(int length) throws IOException {
        return new String(length >= 0 ? in.readNBytes(length) : chunks(), StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().strip(), 16);
            all.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server has closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
