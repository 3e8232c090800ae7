package studio.pingvas.worker.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsServerTest {
    private static final String HOST = "127.0.0.1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final MetricsServer server = MetricsServer.start(HOST, 0, () -> "m 1\n");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void metricsAreServedAsPrometheusReadsThem() throws Exception {
        HttpResponse<String> response = ask("GET", "/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("m 1\n");
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /health, 200",
        "POST, /metrics, 405",
        "DELETE, /health, 405",
        "GET, /, 404",
        "GET, /metrics/, 404",
        "GET, /health/x, 404",
        "GET, /%2e%2e/etc/passwd, 404",
    })
    void nothingElseIsThere(String method, String path, int status) throws Exception {
        assertThat(ask(method, path).statusCode()).isEqualTo(status);
    }

    @Test
    void portThatIsTakenStopsTheStartWithASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(
                            () -> MetricsServer.start(HOST, taken.getLocalPort(), () -> "").close())
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("metrics cannot be at 127.0.0.1:");
        }
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        URI uri = URI.create("http://" + HOST + ":" + server.port() + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
