package studio.pingvas.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the application whether it is ready to serve. */
final class Readiness {
    private static final int OK = 200;
    private static final int MOST_CHARACTERS = 200;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private final URI address;
    private String last = "nothing";

    private Readiness(URI address) {
        this.address = address;
    }

    static Readiness of(URI url) {
        return new Readiness(url.resolve("/ready"));
    }

    boolean answers() {
        try {
            HttpResponse<String> response =
                    CLIENT.send(
                            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                            HttpResponse.BodyHandlers.ofString());
            last = response.statusCode() + " " + firstLine(response.body());
            return response.statusCode() == OK;
        } catch (IOException e) {
            last = e.toString();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), MOST_CHARACTERS));
    }

    void await(Duration limit, Path log) {
        if (!Waiting.until(limit, this::answers)) {
            throw new PlatformException(
                    "The application is not ready: "
                            + address
                            + " answers "
                            + last
                            + "; see "
                            + log);
        }
    }
}
