package studio.pingvas.platform.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A POST whose connection goes to an address that was checked, whatever the name leads to a moment
 * later; the certificate must still be one for the name. No redirect is followed, and of the answer
 * only its head is read: the status says it all.
 */
public final class PinnedPost {
    private static final int MAX_HEAD_BYTES = 64 * 1024;
    private static final int MAX_LINE_BYTES = 8 * 1024;

    private final SSLSocketFactory encryption;
    private final Duration limit;

    /**
     * @param limit for everything from the connection to the answer
     */
    public PinnedPost(Duration limit) {
        this((SSLSocketFactory) SSLSocketFactory.getDefault(), limit);
    }

    PinnedPost(SSLSocketFactory encryption, Duration limit) {
        this.encryption = encryption;
        this.limit = limit;
    }

    /**
     * @param uri http or https with a host
     * @param target where the connection goes
     * @return the status of the answer
     * @throws IOException if there is none within the time
     */
    public int send(URI uri, InetAddress target, Map<String, String> headers, byte[] body)
            throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (Socket socket = new Socket()) {
            // Time-outs of a socket are per read, and a server may send byte by byte.
            Executor whenOver =
                    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> watch =
                    CompletableFuture.runAsync(() -> close(socket), whenOver);
            try {
                socket.connect(new InetSocketAddress(target, portOf(uri)), (int) limit.toMillis());
                return exchange(
                        uri, isSecure(uri) ? encrypted(socket, uri) : socket, headers, body);
            } catch (IOException e) {
                if (System.nanoTime() >= deadline) {
                    throw new SocketTimeoutException("No answer in " + limit.toSeconds() + " s");
                }
                throw e;
            } finally {
                watch.cancel(false);
            }
        }
    }

    /** The port that is asked, said or not. */
    public static int portOf(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private Socket encrypted(Socket socket, URI uri) throws IOException {
        String name = uri.getHost().replaceAll("[\\[\\]]", "");
        SSLSocket secure = (SSLSocket) encryption.createSocket(socket, name, portOf(uri), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static int exchange(URI uri, Socket socket, Map<String, String> headers, byte[] body)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(headOf(uri, headers, body.length).getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        out.write(request.toByteArray());
        out.flush();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        int read = 0;
        while (read < MAX_HEAD_BYTES) {
            String line = line(in);
            read += line.length() + 1;
            int status = statusIn(line);
            if (status >= 200) {
                return status;
            }
            // An interim answer, of which there may be several.
            for (String field = line(in); !field.isEmpty(); field = line(in)) {
                read += field.length() + 1;
                if (read > MAX_HEAD_BYTES) {
                    throw new IOException("The head of the answer is too long");
                }
            }
        }
        throw new IOException("The head of the answer is too long");
    }

    private static String headOf(URI uri, Map<String, String> headers, int length) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getHost()).append(port).append("\r\n");
        head.append("Connection: close\r\nContent-Length: ").append(length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int statusIn(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("The answer is not one of HTTP/1.1");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server closed the connection without an answer");
            }
            if (line.size() >= MAX_LINE_BYTES) {
                throw new IOException("A line of the answer is too long");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
