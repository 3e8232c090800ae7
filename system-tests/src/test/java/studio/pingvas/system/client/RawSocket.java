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
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket of a client that reads when the test tells it to, and has next to no buffer. */
public final class RawSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECEIVE_BUFFER_BYTES = 4_096;
    private static final int PATIENCE_MILLISECONDS = 60_000;
    private static final int TEXT = 1;
    private static final int CONTINUATION = 0;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private long bytes;

    public RawSocket(Person person) {
        URI url = person.client().url();
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            String request =
                    "GET /ws/queue/me HTTP/1.1\r\nHost: "
                            + url.getAuthority()
                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                            + "Authorization: Bearer "
                            + person.token()
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 512));
            readHead();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readHead() throws IOException {
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
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            while (true) {
                int first = in.readUnsignedByte();
                int opcode = first & 0x0F;
                byte[] payload = in.readNBytes((int) length(in.readUnsignedByte() & 0x7F));
                bytes += payload.length;
                if (opcode == TEXT || opcode == CONTINUATION) {
                    text.writeBytes(payload);
                    if ((first & 0x80) != 0) {
                        return JSON.readTree(text.toByteArray());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
