package studio.pingvas.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A WebSocket of a client that reads when the test tells it to, and has next to no buffer. */
public final class RawSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECEIVE_BUFFER_BYTES = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TEXT = 1;
    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private long bytes;

    /** Asks for the socket and does not wait for the answer. */
    public RawSocket(URI url, String token, String query) {
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            String request =
                    "GET /ws/queue/me"
                            + query
                            + " HTTP/1.1\r\nHost: "
                            + url.getAuthority()
                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                            + "Authorization: Bearer "
                            + token
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 512));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is open. */
    public static RawSocket open(URI url, String token, String query) {
        RawSocket opened = new RawSocket(url, token, query);
        try {
            opened.readHead();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readHead() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("The handshake was answered with " + head);
        }
    }

    /** The next frame of text; waits for it. */
    public JsonNode next() {
        return next(PATIENCE).orElseThrow();
    }

    /**
     * The next frame of text, if it comes in time. If it does not, the beginning of one may be
     * lost: nothing can be read afterwards.
     */
    public Optional<JsonNode> next(Duration patience) {
        try {
            socket.setSoTimeout(Math.max(1, (int) patience.toMillis()));
            return Optional.of(read());
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            int opcode = first & 0x0F;
            byte[] payload = in.readNBytes((int) length(in.readUnsignedByte() & 0x7F));
            bytes += payload.length;
            if (opcode == CLOSE) {
                throw new IOException("Closed: " + new String(payload, StandardCharsets.UTF_8));
            }
            if (opcode == TEXT || opcode == CONTINUATION) {
                text.writeBytes(payload);
                if ((first & 0x80) != 0) {
                    return JSON.readTree(text.toByteArray());
                }
            }
        }
    }

    private long length(int code) throws IOException {
        return switch (code) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> code;
        };
    }

    /** Of frames that were read. */
    public long bytes() {
        return bytes;
    }

    /** As when a network breaks: the server is told nothing but that nobody is there any more. */
    public void cut() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
