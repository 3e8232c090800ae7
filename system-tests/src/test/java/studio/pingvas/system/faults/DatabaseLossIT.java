package studio.pingvas.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import studio.pingvas.launcher.Platform;
import studio.pingvas.system.RunningPlatform;
import studio.pingvas.system.client.Answer;
import studio.pingvas.system.client.Eventually;
import studio.pingvas.system.client.MailFolder;
import studio.pingvas.system.client.Person;
import studio.pingvas.system.client.ShopStandIn;
import studio.pingvas.system.client.Wanted;
import studio.pingvas.system.endtoend.EndToEnd;
import studio.pingvas.system.endtoend.Invariants;

/** The database dies and stays away for longer than a timer may fail. */
class DatabaseLossIT {
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Platform platform = RunningPlatform.platform();
    private final ShopStandIn shop = new ShopStandIn(platform.lemonSqueezyUrl());

    @Test
    void nothingIsAcceptedMeanwhileAndEverythingGoesOnAfterwards() throws Exception {
        Person person = EndToEnd.verifiedNewcomer();
        String checkout = checkoutOf(person);

        platform.killDatabase();
        try {
            shop.pay(checkout);
            assertIsUnavailable(person.get("users/me"));
            assertIsUnavailable(person.submit(Wanted.aPicture()));
            assertIsUnavailable(signedReport());
            Thread.sleep(OUTAGE.toMillis());
        } finally {
            platform.startDatabase();
        }

        Eventually.get(
                RECOVERY,
                "an answer",
                () -> person.get("users/me").status(),
                status -> status == 200);
        EndToEnd.admin().post("admin/tasks/payment/reconcile-newest", "").with(200);
        Eventually.get(
                RECOVERY,
                "the purchase that could not be told",
                () -> person.balance().get("balance").asLong(),
                balance -> balance == 41_000);
        person.completed(person.order(Wanted.aPicture()));
        timersStillRun(person);
        Invariants.hold();
        assertThat(person.balance().get("held").asLong()).isZero();
    }

    /** Nothing but a timer answers a request for a new password. */
    private static void timersStillRun(Person person) {
        String request = Person.object("email", person.email()).toString();
        EndToEnd.client().post(null, "auth/forgot-password", request).with(202);

        String link =
                new MailFolder(RunningPlatform.data())
                        .linkTo("reset-password.xhtml", person.email());

        assertThat(link).contains("token=");
    }

    private static String checkoutOf(Person person) {
        return person.post(
                        "subscriptions/checkout",
                        "{\"tier\":\"pro\"}",
                        UUID.randomUUID().toString())
                .with(200)
                .json()
                .get("checkout_url")
                .asText();
    }

    private static void assertIsUnavailable(Answer answer) {
        assertThat(answer.problem()).as(answer.toString()).isEqualTo("503 unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    /** A report with a good signature: only a committed one may be answered with 200. */
    private static Answer signedReport() throws IOException, GeneralSecurityException {
        String body = "{\"meta\":{\"event_name\":\"subscription_updated\"}}";
        String secret =
                Files.readString(
                        RunningPlatform.data().resolve("secrets/lemon-squeezy-webhook-secret"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.strip().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        return EndToEnd.client()
                .send(
                        EndToEnd.client()
                                .request(null, "webhooks/lemon-squeezy")
                                .header("Content-Type", "application/json")
                                .header("X-Event-Name", "subscription_updated")
                                .header("X-Signature", HexFormat.of().formatHex(signature))
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }
}
