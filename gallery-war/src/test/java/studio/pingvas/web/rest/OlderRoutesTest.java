package studio.pingvas.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OlderRoutesTest {
    private static final String BASE = "http://localhost:8080/api/v1/";

    @ParameterizedTest
    @CsvSource({
        "gallery/images, images",
        "gallery/images?page=2&q=a%20b%26, images?page=2&q=a%20b%26",
        "gallery/images/7/file, images/7/file",
        "gallery/images/a%2Fb, images/a%2Fb",
        "payments/checkout, subscriptions/checkout",
        "generation/create, generate/text-to-image",
        "payments/history?limit=5, invoices?limit=5",
        "users/me/subscription, subscriptions/current",
        "users/me/credits, credits/balance",
        "users/me, users/me",
        "gallery/imagesque, gallery/imagesque",
        "images/gallery/images, images/gallery/images",
        "payments/webhook, webhooks/lemon-squeezy",
        "models, models"
    })
    void anOlderRouteLeadsToItsSuccessor(String asked, String answered) {
        ContainerRequest request =
                new ContainerRequest(
                        URI.create(BASE),
                        URI.create(BASE + asked),
                        "GET",
                        null,
                        new MapPropertiesDelegate(),
                        null);

        new OlderRoutes().filter(request);

        assertThat(request.getRequestUri()).isEqualTo(URI.create(BASE + answered));
    }

    @ParameterizedTest
    @CsvSource({
        "/images, /gallery/images",
        "/images/{id}/file, /gallery/images/{id}/file",
        "/imagesque, ''",
        "/models, ''"
    })
    void aRouteKnowsItsOlderAddresses(String path, String older) {
        assertThat(String.join(" ", OlderRoutes.olderPathsOf(path))).isEqualTo(older);
    }
}
