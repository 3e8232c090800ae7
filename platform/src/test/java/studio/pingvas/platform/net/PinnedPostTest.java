package studio.pingvas.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedPostTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofMillis(700);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @Test
    void requestGoesToTheCheckedAddressUnderTheNameOfTheServer() throws Exception {
        try (TestServer server = TestServer.replying("HTTP/1.1 204 No Content\r\n\r\n")) {
            int status = send("http://nobody.invalid:" + server.port() + "/hook?a=%20b#");

            assertThat(status).isEqualTo(204);
            assertThat(server.lines)
                    .contains(
                            "POST /hook?a=%20b HTTP/1.1",
                            "Host: nobody.invalid:" + server.port(), "X-Test: yes", "{\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n",
                "HTTP/1.0 302\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                        + "HTTP/1.1 302 Found\r\n\r\n"
            })
    void redirectIsAnAnswerAndNoMore(String answer) throws Exception {
        try (TestServer server = TestServer.replying(answer)) {
            assertThat(send("http://hooks.invalid:" + server.port())).isEqualTo(302);
            assertThat(server.lines).filteredOn(line -> line.startsWith("POST")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 2000 OK\r\n", "\r\n\r\n"})
    void anotherProtocolIsNoAnswer(String answer) throws Exception {
        try (TestServer server = TestServer.replying(answer)) {
            assertThatThrownBy(() -> send("http://hooks.invalid:" + server.port()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not one of HTTP");
        }
    }

    @Test
    void endlessAnswerIsCutOff() throws Exception {
        String endless = "HTTP/1.1 100 Continue\r\n" + "X: y\r\n".repeat(20_000);
        try (TestServer server = TestServer.replying(endless)) {
            assertThatThrownBy(() -> send("http://hooks.invalid:" + server.port()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too long");
        }
        try (TestServer server = TestServer.replying("HTTP/1.1 200 " + "x".repeat(100_000))) {
            assertThatThrownBy(() -> send("http://hooks.invalid:" + server.port()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too long");
        }
    }

    @Test
    void serverThatSendsByteAfterByteIsGivenUpInTime() throws Exception {
        ServerSocket listener = new ServerSocket(0, 5, HERE);
        TestServer.Reply drip =
                out -> {
                    for (int i = 0; i < 100; i++) {
                        out.write('H');
                        out.flush();
                        Thread.sleep(50);
                    }
                };
        try (TestServer server = TestServer.on(listener, drip)) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> send("http://hooks.invalid:" + server.port()))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(LIMIT, LIMIT.plusSeconds(2));
        }
    }

    @Test
    void certificateMustBeForTheName(@TempDir Path folder) throws Exception {
        SSLContext encryption = encryptionFor("hooks.example.test", folder);
        ServerSocket listener = encryption.getServerSocketFactory().createServerSocket(0, 5, HERE);
        PinnedPost post = new PinnedPost(encryption.getSocketFactory(), Duration.ofSeconds(5));
        try (TestServer server =
                TestServer.on(
                        listener,
                        out ->
                                out.write(
                                        "HTTP/1.1 200 OK\r\n\r\n"
                                                .getBytes(StandardCharsets.UTF_8)))) {
            URI right = URI.create("https://hooks.example.test:" + server.port());
            URI wrong = URI.create("https://other.example.test:" + server.port());

            assertThat(post.send(right, HERE, Map.of(), BODY)).isEqualTo(200);
            assertThatThrownBy(() -> post.send(wrong, HERE, Map.of(), BODY))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static int send(String uri) throws IOException {
        return new PinnedPost(LIMIT).send(URI.create(uri), HERE, Map.of("X-Test", "yes"), BODY);
    }

    private static SSLContext encryptionFor(String host, Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "test",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "SAN=dns:" + host,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext encryption = SSLContext.getInstance("TLS");
        encryption.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return encryption;
    }
}
