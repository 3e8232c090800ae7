package studio.pingvas.system.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import studio.pingvas.system.client.Eventually;

/** A real Keycloak on loopback with the realm {@code studio}, the identity server of a customer. */
final class KeycloakServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final Process process;

    private KeycloakServer(Path home) throws IOException {
        Path realms = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm =
                KeycloakServer.class.getResourceAsStream("/keycloak/studio-realm.json")) {
            Files.copy(realm, realms.resolve("studio.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder start =
                new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm");
        start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        // It lives for a minute: half the work of its start would be optimising.
        start.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        start.redirectErrorStream(true).redirectOutput(home.resolve("server.log").toFile());
        process = start.start();
    }

    static KeycloakServer start() throws IOException {
        KeycloakServer server = new KeycloakServer(Path.of(System.getProperty("studio.keycloak")));
        try {
            Eventually.get(PATIENCE, "Keycloak", server::isUp, up -> up);
            return server;
        } catch (AssertionError | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/studio";
    }

    /** An access token for alice, as a client of the realm gets it. */
    String tokenOfAlice(String client) throws IOException, InterruptedException {
        return answerFor(client).get("access_token").asText();
    }

    /** Says who alice is, to that client alone. */
    String idTokenOfAlice(String client) throws IOException, InterruptedException {
        return answerFor(client).get("id_token").asText();
    }

    private JsonNode answerFor(String client) throws IOException, InterruptedException {
        String form =
                "grant_type=password&scope=openid&username=alice&password=alice-Passw0rd-long"
                        + "&client_secret=test-only-secret&client_id="
                        + client;
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(issuer() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("Keycloak: " + answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    private boolean isUp() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            issuer()
                                                                    + "/.well-known/openid-configuration"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            // Not yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
