package studio.pingvas.generation.webhooks.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.generation.WebhookDeliveryView;
import studio.pingvas.contracts.generation.WebhookDeliveryView.Status;
import studio.pingvas.generation.jobs.control.WebhookAddresses;
import studio.pingvas.generation.jobs.entity.GenerationJob;

/** Reports to a real HTTP server. */
class WebhookSenderTest {
    private record Received(String event, String delivery, String time, String sign, String body) {}

    private final WebhookFixture webhooks = new WebhookFixture();
    private final UUID ann = UUID.randomUUID();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final WebhookSender sender = new WebhookSender();
    private IntSupplier status = () -> 200;
    private HttpServer receiver;
    private String url;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
        url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        sender.table = webhooks.table();
        sender.secrets = webhooks.secrets();
        sender.addresses = new WebhookAddresses(true, true);
        sender.bodies =
                new DeliveryBody() {
                    @Override
                    public Optional<byte[]> of(DueDelivery delivery) {
                        String body = "{\"job_id\":\"" + delivery.jobId() + "\"}";
                        return Optional.of(body.getBytes(StandardCharsets.UTF_8));
                    }
                };
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void receiverCanTellThatTheReportIsOurs() throws Exception {
        GenerationJob job = webhooks.endedJob(ann, url);
        String secret = webhooks.secrets().renew(ann);

        assertThat(sender.sendNext()).isTrue();

        Received report = received.remove();
        assertThat(report.body()).isEqualTo("{\"job_id\":\"" + job.id() + "\"}");
        assertThat(report.event()).isEqualTo("cancelled");
        assertThat(report.delivery()).isEqualTo(view(job).id().toString());
        assertThat(Long.parseLong(report.time()))
                .isCloseTo(
                        System.currentTimeMillis() / 1000,
                        org.assertj.core.data.Offset.offset(20L));
        assertThat(report.sign()).isEqualTo("sha256=" + hmac(secret, report));
        assertThat(view(job).status()).isEqualTo(Status.DELIVERED);
        assertThat(sender.sendNext()).isFalse();
    }

    @Test
    void receiverThatFailsIsAskedAgainLater() {
        GenerationJob job = webhooks.endedJob(ann, url);
        status = () -> 503;

        sender.sendNext();

        WebhookDeliveryView seen = view(job);
        assertThat(seen.status()).isEqualTo(Status.WAITING);
        assertThat(seen.attempts().get(0).statusCode()).isEqualTo(503);
        assertThat(seen.nextAttemptAt()).isAfter(seen.attempts().get(0).at().plusSeconds(5));
        assertThat(sender.sendNext()).isFalse();
    }

    @Test
    void receiverThatIsGoneIsNotAskedAgain() {
        GenerationJob job = webhooks.endedJob(ann, url);
        status = () -> 410;

        sender.sendNext();

        assertThat(view(job).status()).isEqualTo(Status.GIVEN_UP);
    }

    @Test
    void redirectIsNotFollowed() {
        GenerationJob job = webhooks.endedJob(ann, url);
        status = () -> 302;

        sender.sendNext();

        assertThat(received).hasSize(1);
        assertThat(view(job).attempts().get(0).statusCode()).isEqualTo(302);
        assertThat(view(job).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void addressThatLeadsIntoOurNetworkByNowIsNotAsked() {
        GenerationJob job = webhooks.endedJob(ann, url);
        sender.addresses = new WebhookAddresses(true, false);

        sender.sendNext();

        assertThat(received).isEmpty();
        assertThat(view(job).attempts().get(0).error()).contains("network not allowed");
    }

    @Test
    void serverThatIsAwayIsSeenAsSuch() {
        receiver.stop(0);
        GenerationJob job = webhooks.endedJob(ann, url);

        sender.sendNext();

        assertThat(view(job).attempts().get(0).error()).contains("refused");
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(
                new Received(
                        exchange.getRequestHeaders().getFirst("X-Studio-Event"),
                        exchange.getRequestHeaders().getFirst("X-Studio-Delivery"),
                        exchange.getRequestHeaders().getFirst("X-Studio-Timestamp"),
                        exchange.getRequestHeaders().getFirst("X-Studio-Signature"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().add("Location", url);
        exchange.sendResponseHeaders(status.getAsInt(), -1);
        exchange.close();
    }

    private static String hmac(String secret, Received report) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = report.time() + "." + report.body();
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private WebhookDeliveryView view(GenerationJob job) {
        return webhooks.views().of(ann, job.id()).get(0);
    }
}
